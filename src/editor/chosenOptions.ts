/**
 * The options chosen for one image: the present ones, the steps that led there, and how a page showed the picture.
 * Kept from one opening of the file to the next. Knows neither VS Code nor the worker.
 */
import type { ReduceOptions } from '../engine/options';
import type { HistoryMessage, OptionsMessage, StoredView } from '../shared/messages';
import { OptionsHistory } from './history';
import type { StoredSession } from './storedSession';

/** What earlier sessions on the file left behind, by its content. */
export interface SessionMemory {
  recall(contentHash: string, defaults: ReduceOptions): StoredSession | undefined;
  keep(contentHash: string, session: StoredSession): void;
}

export interface ChosenOptionsEvents {
  /** To every page of the image. */
  send(message: OptionsMessage | HistoryMessage): void;
  onDidChange(): void;
}

export class ChosenOptions {
  present: ReduceOptions;
  /** A control is being moved; the present options are not a step yet. */
  isMoving = false;
  view: StoredView | undefined;
  private history: OptionsHistory;
  private contentHash = '';
  /** The person has made something of it, which is worth being kept. */
  private isWorthKeeping = false;

  constructor(
    private readonly defaults: () => ReduceOptions,
    private readonly memory: SessionMemory,
    private readonly events: ChosenOptionsEvents,
  ) {
    this.present = defaults();
    this.history = OptionsHistory.of(this.present);
  }

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  historyMessage(): HistoryMessage {
    return { type: 'history', canUndo: this.canUndo, canRedo: this.canRedo };
  }

  /** The file was read. Takes up what was left behind; where work has begun, that goes on with the new picture. */
  recall(contentHash: string): void {
    this.contentHash = contentHash;
    const stored = this.isWorthKeeping ? undefined : this.memory.recall(contentHash, this.defaults());
    if (stored) {
      this.history = new OptionsHistory(stored.history);
      this.present = this.history.present;
      this.view = stored.view;
      this.isWorthKeeping = true;
    }
    this.keep();
  }

  /** The person moved a control; at rest that is a step, and one of its own where nothing moved (a click, Reset). */
  change(options: ReduceOptions, isMoving: boolean): void {
    const isOwnStep = !this.isMoving;
    this.present = options;
    this.isMoving = isMoving;
    if (!isMoving) this.rest(isOwnStep);
    this.events.onDidChange();
  }

  /** Like a change at rest, but by a command and not by a page: all pages are told, and it is a step of its own. */
  set(options: ReduceOptions): void {
    this.settle();
    this.history.change(options, true);
    this.moveTo(options);
  }

  /** All options as they are for a new image. */
  reset(): void {
    this.set(this.defaults());
  }

  /** Takes the last step back. */
  undo(): void {
    this.settle();
    this.moveTo(this.history.undo());
  }

  /** Takes the step that was undone last again. */
  redo(): void {
    this.settle();
    this.moveTo(this.history.redo());
  }

  /** A control that still moves rests where it is. */
  settle(): void {
    if (!this.isMoving) return;
    this.isMoving = false;
    this.rest();
  }

  /** A page tells how it shows the picture. */
  keepView(view: StoredView): void {
    this.view = view;
    this.isWorthKeeping = true;
    this.keep();
  }

  private rest(isOwnStep = false): void {
    this.history.change(this.present, isOwnStep);
    this.didStep();
  }

  private moveTo(options: ReduceOptions | undefined): void {
    if (!options) return;
    this.present = options;
    this.events.send({ type: 'options', options, isMoving: false });
    this.didStep();
    this.events.onDidChange();
  }

  private didStep(): void {
    this.isWorthKeeping = true;
    this.keep();
    this.events.send(this.historyMessage());
  }

  private keep(): void {
    if (!this.isWorthKeeping || this.contentHash === '') return;
    this.memory.keep(this.contentHash, { history: this.history.state(), view: this.view });
  }
}
