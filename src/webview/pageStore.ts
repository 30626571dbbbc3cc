import { reduceState, type PageAction, type PageState, type PictureMessage } from './state';

/** Holds the page's state and tells who draws it about each change. */
export class PageStore {
  constructor(
    private current: PageState,
    private readonly didChange: (state: PageState) => void,
  ) {}

  get state(): PageState {
    return this.current;
  }

  dispatch(event: PictureMessage | PageAction): void {
    const next = reduceState(this.current, event);
    if (next !== this.current) {
      this.current = next;
      this.didChange(next);
    }
  }
}
