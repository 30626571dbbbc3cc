import * as l10n from '@vscode/l10n';
import { html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { emit } from '../../pageEvents';
import { sharedStyles } from '../../sharedStyles';
import { cssVariable, onThemeChange } from '../chart/themeColors';
import type { CloudContent } from './cloudContent';
import { cloudStyles } from './cloudStyles';
import { markAt, type Mark } from './marks';
import { paintPlane } from './paintPlane';

/** The colors of the picture seen from above their lightness: green to red, blue to yellow. Needs no WebGL. */
@customElement('tessera-color-plane')
export class ColorPlane extends LitElement {
  @property({ attribute: false }) content: CloudContent | undefined;

  @query('canvas') private readonly canvas!: HTMLCanvasElement;

  private frame = 0;
  private marks: Mark[] = [];
  private readonly resizing = new ResizeObserver(() => this.draw());
  private endThemeChange: (() => void) | undefined;

  static override readonly styles = [sharedStyles, cloudStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.resizing.observe(this);
    this.endThemeChange = onThemeChange(() => this.draw());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizing.disconnect();
    this.endThemeChange?.();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  override render() {
    return html`<div
      class="view"
      role="application"
      tabindex="0"
      aria-label=${l10n.t('Colors of the picture on the a–b plane')}
      aria-description=${l10n.t('Page Up and Page Down go through the palette.')}
      @pointermove=${(event: PointerEvent) => this.pointAt(event, false)}
      @click=${(event: PointerEvent) => this.pointAt(event, true)}
      @pointerleave=${() => emit(this, 'tessera-highlight', { index: undefined, isKept: false })}
    >
      <canvas></canvas>
    </div>`;
  }

  protected override updated(): void {
    this.draw();
  }

  private draw(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      const { canvas, content } = this;
      const [width, height] = [canvas.clientWidth, canvas.clientHeight];
      if (!content || width === 0) return;
      canvas.width = Math.round(width * devicePixelRatio);
      canvas.height = Math.round(height * devicePixelRatio);
      const foreground = cssVariable(this, '--vscode-foreground', '#888888');
      this.marks = paintPlane(canvas, content, {
        foreground,
        paper: cssVariable(this, '--vscode-editor-background', '#000000'),
        faint: `color-mix(in srgb, ${foreground} 25%, transparent)`,
        font: `11px ${getComputedStyle(this).fontFamily}`,
      });
    });
  }

  private pointAt(event: PointerEvent, isKept: boolean): void {
    const { left, top } = this.canvas.getBoundingClientRect();
    const index = markAt(this.marks, event.clientX - left, event.clientY - top);
    if (isKept ? index !== undefined : index !== this.content?.highlighted) {
      emit(this, 'tessera-highlight', { index, isKept });
    }
  }
}
