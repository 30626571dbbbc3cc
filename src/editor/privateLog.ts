import type * as vscode from 'vscode';
import { stackOf } from './stackOf';
import { redacted } from './redacted';
import { UserError } from '../shared/userError';

/** Lines that a bug report carries. */
const MOST_RECENT = 50;

/** The output channel, without names of files and folders, and its last lines for a bug report. */
export class PrivateLog {
  private readonly lines: string[] = [];

  constructor(private readonly channel: Pick<vscode.LogOutputChannel, 'info' | 'warn' | 'error'>) {}

  get recent(): readonly string[] {
    return this.lines;
  }

  info(text: string): void {
    this.write('info', text);
  }

  warn(text: string): void {
    this.write('warn', text);
  }

  error(text: string): void {
    this.write('error', text);
  }

  /** What ended in a sentence for the person: expected, or a defect, of which the stack is wanted. */
  failure(error: unknown): void {
    if (error instanceof UserError) this.warn(error.message);
    else this.error(stackOf(error));
  }

  private write(level: 'info' | 'warn' | 'error', text: string): void {
    const line = redacted(text);
    this.channel[level](line);
    this.lines.push(`${new Date().toISOString()} ${level}: ${line}`);
    this.lines.splice(0, this.lines.length - MOST_RECENT);
  }
}
