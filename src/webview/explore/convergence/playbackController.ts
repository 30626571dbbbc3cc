import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Playback } from './playback';

/** Drives a playback with the page's frames, and updates its host with each change. A page that is hidden pauses. */
export class PlaybackController implements ReactiveController {
  private readonly playback = new Playback();
  private frame: number | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.pauseHidden);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.pauseHidden);
    this.pause();
  }

  get round(): number {
    return this.playback.round;
  }

  get isPlaying(): boolean {
    return this.playback.isPlaying;
  }

  get isLooping(): boolean {
    return this.playback.isLooping;
  }

  get roundMs(): number {
    return this.playback.roundMs;
  }

  load(last: number, round: number): void {
    this.change(() => this.playback.load(last, round));
  }

  play(): void {
    this.change(() => this.playback.play());
  }

  pause(): void {
    this.change(() => this.playback.pause());
  }

  goTo(round: number): void {
    this.change(() => this.playback.goTo(round));
  }

  setLooping(isLooping: boolean): void {
    this.change(() => (this.playback.isLooping = isLooping));
  }

  setRoundMs(roundMs: number): void {
    this.change(() => (this.playback.roundMs = roundMs));
  }

  private change(act: () => void): void {
    act();
    this.host.requestUpdate();
    if (this.playback.isPlaying) this.frame ??= requestAnimationFrame(this.tick);
  }

  private readonly tick = (now: number): void => {
    this.frame = undefined;
    if (this.playback.tick(now)) this.host.requestUpdate();
    if (this.playback.isPlaying) this.frame = requestAnimationFrame(this.tick);
  };

  private readonly pauseHidden = (): void => {
    if (document.hidden) this.pause();
  };
}
