/** The keyboard map of the stage. */
import type { ZoomCommand } from '../pageEvents';
import type { Point } from './placement';

export type StageCommand =
  | { type: 'zoom'; to: ZoomCommand }
  | { type: 'arrow'; direction: Point; isFast: boolean }
  | { type: 'hold' }
  | { type: 'toggleCrosshair' }
  | { type: 'lock' }
  | { type: 'take' }
  | { type: 'escape' };

const PLAIN = new Map<string, StageCommand>(
  Object.entries({
    '+': { type: 'zoom', to: 'in' },
    '=': { type: 'zoom', to: 'in' },
    '-': { type: 'zoom', to: 'out' },
    _: { type: 'zoom', to: 'out' },
    '0': { type: 'zoom', to: 'fit' },
    '1': { type: 'zoom', to: 'actual' },
    c: { type: 'hold' },
    x: { type: 'toggleCrosshair' },
    l: { type: 'lock' },
    enter: { type: 'take' },
    escape: { type: 'escape' },
  } satisfies Record<string, StageCommand>),
);

const ARROWS = new Map<string, Point>(
  Object.entries({
    ArrowLeft: { x: -1, y: 0 },
    ArrowRight: { x: 1, y: 0 },
    ArrowUp: { x: 0, y: -1 },
    ArrowDown: { x: 0, y: 1 },
  }),
);

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'>;

/** What a key asks of the stage, if anything. */
export function stageCommand(event: Key): StageCommand | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const direction = ARROWS.get(event.key);
  if (direction) return { type: 'arrow', direction, isFast: event.shiftKey };
  const command = PLAIN.get(event.key.toLowerCase());
  const isOnce = command && command.type !== 'zoom';
  return isOnce && event.repeat ? undefined : command;
}

/** Inputs in which a character is text or a choice, and nothing for the stage. */
const POINTED_INPUTS = new Set(['range', 'radio', 'checkbox', 'button', 'color']);

/** Whether keys typed at an element are meant for it alone. */
export function takesText(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement) return !POINTED_INPUTS.has(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}
