import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { sameRunOptions } from '../engine/explore/plainKMeans';
import type { ReduceOptions } from '../engine/options';
import { PANELS, type HostMessage } from '../shared/messages';
import { announcement } from './announcement';
import { appStyles } from './appStyles';
import { ChangeSender } from './changeSender';
import { gatherMenuContext, menuSection } from './contextMenu';
import { ExploreClient } from './explore/exploreClient';
import { exploreContext } from './explore/exploreContext';
import { EXPLORE_VIEW_IDS } from './explore/exploreViewIds';
import { colorsText } from './picture/captions';
import { ComparisonSender } from './picture/comparisonSender';
import { loadOriginal } from './picture/decodePicture';
import type { ExploredPicture } from './picture/exploredPicture';
import type { PageEvents } from './pageEvents';
import { PageStore } from './pageStore';
import { addColor, withRoomForLocks } from './palette/paletteEdits';
import { reducePanel } from './reducePanel';
import { sharedStyles } from './sharedStyles';
import { highlightedColor, initialState, keptColorHex, phaseOf, type PageState, type Phase } from './state';
import { keepTextKeys } from './textFieldKeys';
import { busyView, failureView, openingView, statusStyles } from './statusViews';
import { readViewMemory } from './viewMemory';
import { hasViewMemory, keepViewMemory, loadViewMemory, post } from './vscodeApi';
import './explore/explorePanel';
import './goneBanner';
import './historyButtons';
import './palette/paletteDrop';
import './picture/comparePanes';
import './picture/viewSwitch';
import './tabs';

const NOTHING_EXPLORED: readonly ExploredPicture[] = [];
const NOTHING_ISOLATED: readonly number[] = [];

/** The whole page: holds the state, hears the host and the components, and lays the components out. */
@customElement('tessera-app')
export class App extends LitElement {
  private readonly store = new PageStore(initialState(loadViewMemory()), (next) => {
    this.page = next;
    this.comparison.update(next);
  });
  private readonly comparison = new ComparisonSender((ks) => post({ type: 'compareKs', ks }));
  private readonly sender = new ChangeSender(
    (options, isMoving) => post({ type: 'changeOptions', options, isMoving }),
    window,
  );

  @state() private page: PageState = this.store.state;
  @state() private original: ImageBitmap | undefined;
  private readonly questions = new ExploreClient(post);
  /** What the Explore panel shows on the stage, and the way of its centroids. */
  @state() private explored = NOTHING_EXPLORED;
  @state() private isolated: readonly number[] = NOTHING_ISOLATED;
  @state() private trail: { palettes: readonly Uint8Array[]; options: ReduceOptions } | undefined;
  /** Whether the original is, or is being, converted to sRGB. */
  private convertsColors = false;
  /** Ends the loading of an original that is no longer wanted. */
  private loading: AbortController | undefined;

  static override readonly styles = [sharedStyles, statusStyles, appStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('message', this.heardHost);
    window.addEventListener('contextmenu', gatherMenuContext, { capture: true });
    this.addEventListener('keydown', keepTextKeys);
    post({ type: 'ready' });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('message', this.heardHost);
    window.removeEventListener('contextmenu', gatherMenuContext, { capture: true });
    this.removeEventListener('keydown', keepTextKeys);
    this.loading?.abort();
  }

  override render() {
    const { page } = this;
    const phase = phaseOf(page);
    const isPanelShown = phase !== 'failed' || page.decoded !== undefined;
    return html`
      <main
        class=${isPanelShown ? page.panel : 'alone'}
        @tessera-view=${this.changedView}
        @tessera-divider=${this.movedDivider}
        @tessera-background=${this.changedBackground}
        @tessera-zoom=${this.zoomed}
        @tessera-scale=${({ detail }: CustomEvent<number>) => post({ type: 'zoomed', percent: 100 * detail })}
        @tessera-change=${this.changedOptions}
        @tessera-highlight=${this.highlighted}
        @tessera-order=${this.sortedPalette}
        @tessera-pick=${this.pickedUp}
        @tessera-lock=${this.lockedColor}
        @tessera-copy=${this.copied}
        @tessera-explore-view=${this.changedExploreView}
        @tessera-explored=${({ detail }: CustomEvent<PageEvents['tessera-explored']>) => (this.explored = detail ?? [])}
        @tessera-isolated=${({ detail }: CustomEvent<PageEvents['tessera-isolated']>) => (this.isolated = detail)}
        @tessera-trail=${this.movedCentroids}
        @tessera-export-explored=${({ detail }: CustomEvent<PageEvents['tessera-export-explored']>) =>
          post({ type: 'exportExplored', question: detail })}
        @tessera-save=${this.saved}
        @tessera-export-palette=${() => post({ type: 'exportPalette' })}
        @tessera-use-palette=${() => post({ type: 'usePalette' })}
        @tessera-retry=${this.retried}
        @tessera-undo=${() => post({ type: 'undo' })}
        @tessera-redo=${() => post({ type: 'redo' })}
        @tessera-target=${this.targeted}
        @tessera-original-painted=${() => this.store.dispatch({ type: 'showedOriginal' })}
      >
        ${this.header()}
        <section class="stage" aria-label=${l10n.t('Picture')} data-vscode-context=${menuSection('picture')}>
          ${this.stage(phase)}
        </section>
        ${isPanelShown ? this.panel(phase) : nothing}
      </main>
      ${this.page.decoded ? html`<tessera-palette-drop></tessera-palette-drop>` : nothing}
      <p class="spoken" aria-live="polite">${announcement(page)}</p>
    `;
  }

  private header(): TemplateResult {
    const { source, decoded, view, failure, original, history, gone } = this.page;
    const canCompare = !failure && original !== 'unavailable';
    const facts = decoded && [
      `${decoded.width} × ${decoded.height}`,
      decoded.format,
      ...(decoded.colorCount === null ? [] : [colorsText(decoded.colorCount)]),
    ];
    return html`<header>
        <h1 title=${source?.name ?? ''}>${source?.name ?? ''}</h1>
        <span class="facts muted number">${facts?.join(' · ')}</span>
        ${canCompare ? html`<tessera-view-switch .view=${view}></tessera-view-switch>` : nothing}
        <tessera-history-buttons
          ?canUndo=${history.canUndo}
          ?canRedo=${history.canRedo}
        ></tessera-history-buttons>
      </header>
      ${gone === undefined || failure ? nothing : html`<tessera-gone-banner .sentence=${gone}></tessera-gone-banner>`}`;
  }

  private stage(phase: Phase): TemplateResult {
    const { page, original } = this;
    if (page.failure) {
      return failureView(page.failure);
    }
    const picture = original ?? (page.reduced ? page.decoded : undefined);
    if (!picture) {
      return openingView(page.source?.name);
    }
    return html`<tessera-compare-panes
        .original=${original}
        .picture=${{ width: picture.width, height: picture.height }}
        .reduced=${page.reduced}
        ?isOriginalMissing=${page.original === 'unavailable'}
        .view=${page.view}
        .divider=${page.divider}
        .background=${page.background}
        .zoom=${page.zoom}
        .k=${page.options.k}
        .comparedKs=${page.comparedKs}
        .compared=${page.compared}
        .explored=${page.panel === 'explore' ? this.explored : NOTHING_EXPLORED}
        .highlighted=${highlightedColor(page)}
        .keptColor=${keptColorHex(page)}
        .isolated=${page.panel === 'explore' ? this.isolated : NOTHING_ISOLATED}
        ?hasAlpha=${page.decoded?.hasAlpha ?? false}
        ?isPicking=${page.isPicking}
      ></tessera-compare-panes>
      ${phase === 'reading' ? busyView(l10n.t('Reading colors…')) : nothing}
      ${phase === 'settling' ? busyView(l10n.t('Finishing…')) : nothing}`;
  }

  private panel(phase: Phase): TemplateResult {
    const { page } = this;
    const isExploring = page.panel === 'explore';
    const tabs = [
      { id: 'reduce', label: l10n.t('Reduce') },
      { id: 'explore', label: l10n.t('Explore') },
    ];
    return html`<aside
      aria-label=${isExploring ? l10n.t('Explore') : l10n.t('Reduction')}
      data-vscode-context=${menuSection('panel')}
    >
      <tessera-tabs
        .label=${l10n.t('Panels')}
        .tabs=${tabs}
        .selected=${page.panel}
        @tessera-tab=${this.changedPanel}
      ></tessera-tabs>
      ${isExploring ? this.explorePanel(phase) : reducePanel(page, phase)}
    </aside>`;
  }

  private explorePanel(phase: Phase): TemplateResult {
    const { trail, page } = this;
    const isPresent = trail !== undefined && sameRunOptions(trail.options, page.options);
    return html`<div class="sections explore">
      <tessera-explore-panel
        .context=${exploreContext(page, phase, this.questions, isPresent ? trail.palettes : undefined)}
        .view=${page.exploreView}
      ></tessera-explore-panel>
    </div>`;
  }

  private readonly heardHost = (event: MessageEvent<HostMessage>): void => {
    // Only the host can post here: the page's window is closed to other origins. It is typed, not checked again.
    const { data } = event;
    if (this.questions.heard(data)) return;
    const before = this.page.source?.url;
    if (data.type === 'source' && before === undefined && data.view && !hasViewMemory()) {
      this.store.dispatch({ type: 'recalledView', memory: readViewMemory(data.view) });
    }
    if (data.type === 'source' || data.type === 'options') this.sender.forget();
    this.store.dispatch(data);
    if (data.type === 'showPanel') keepViewMemory(this.page);
    const { source } = this.page;
    if (source && source.url !== before) {
      this.questions.forget();
      this.clearStage();
      this.trail = undefined;
      void this.load(source.url);
    } else if (source && data.type === 'decoded' && data.isConverted && !this.convertsColors) {
      void this.load(source.url, true); // what was loaded so far, or is being loaded, has other colors
    }
  };

  /** @param convertsColors To sRGB: known once the worker has read the file, and seldom so. */
  private async load(url: string, convertsColors = false): Promise<void> {
    this.convertsColors = convertsColors;
    this.loading?.abort();
    const loading = new AbortController();
    this.loading = loading;
    this.original?.close();
    this.original = undefined;
    try {
      const bitmap = await loadOriginal(url, loading.signal, convertsColors);
      if (loading.signal.aborted) {
        bitmap.close();
      } else {
        this.original = bitmap;
      }
    } catch (error) {
      if (!loading.signal.aborted) {
        // The host decodes more kinds of files than browsers do; only it can tell whether the file is broken.
        console.warn('Tessera: the original cannot be shown.', error);
        this.store.dispatch({ type: 'missedOriginal' });
      }
    }
  }

  private changedView({ detail }: CustomEvent<PageEvents['tessera-view']>): void {
    this.store.dispatch({ type: 'changedView', view: detail });
    keepViewMemory(this.page);
  }

  private changedPanel({ detail }: CustomEvent<PageEvents['tessera-tab']>): void {
    const panel = PANELS.find((each) => each === detail);
    if (!panel || panel === this.page.panel) return;
    this.clearStage();
    this.store.dispatch({ type: 'changedPanel', panel });
    keepViewMemory(this.page);
  }

  /** What one view of the Explore panel shows on the stage is not the next one's. */
  private clearStage(): void {
    this.explored = NOTHING_EXPLORED;
    this.isolated = NOTHING_ISOLATED;
  }

  private changedExploreView({ detail }: CustomEvent<PageEvents['tessera-explore-view']>): void {
    const exploreView = EXPLORE_VIEW_IDS.find((id) => id === detail);
    if (!exploreView || exploreView === this.page.exploreView) return;
    this.clearStage();
    this.store.dispatch({ type: 'changedExploreView', exploreView });
    keepViewMemory(this.page);
  }

  private movedCentroids({ detail }: CustomEvent<PageEvents['tessera-trail']>): void {
    this.trail = detail && { palettes: detail, options: this.page.options };
  }

  private movedDivider({ detail }: CustomEvent<PageEvents['tessera-divider']>): void {
    this.store.dispatch({ type: 'movedDivider', divider: detail });
    keepViewMemory(this.page);
  }

  private changedBackground({ detail }: CustomEvent<PageEvents['tessera-background']>): void {
    this.store.dispatch({ type: 'changedBackground', background: detail });
    keepViewMemory(this.page);
  }

  private zoomed({ detail }: CustomEvent<PageEvents['tessera-zoom']>): void {
    this.store.dispatch({ type: 'zoomed', zoom: detail });
    keepViewMemory(this.page);
  }

  private changedOptions({ detail }: CustomEvent<PageEvents['tessera-change']>): void {
    this.change(detail.options, detail.isMoving);
  }

  private change(changes: Partial<ReduceOptions>, isMoving: boolean): void {
    const before = this.page.options;
    const options = withRoomForLocks({ ...before, ...changes });
    const isSame = Object.entries(options).every(
      ([name, value]) => before[name as keyof ReduceOptions] === value,
    );
    if (!isMoving && !this.page.isMoving && isSame) {
      return; // A key or button was let go without having changed anything.
    }
    this.store.dispatch({ type: 'changedOptions', options, isMoving });
    if (isMoving) {
      this.sender.move(options);
    } else {
      this.sender.rest(options);
    }
  }

  private highlighted({ detail }: CustomEvent<PageEvents['tessera-highlight']>): void {
    this.store.dispatch({ type: 'highlighted', ...detail });
  }

  private pickedUp({ detail }: CustomEvent<PageEvents['tessera-pick']>): void {
    this.store.dispatch({ type: 'pickedUp', isPicking: detail });
  }

  private sortedPalette({ detail }: CustomEvent<PageEvents['tessera-order']>): void {
    this.store.dispatch({ type: 'sortedPalette', order: detail });
    keepViewMemory(this.page);
  }

  /** A color of the original, by the eyedropper, which is put down with it. */
  private lockedColor({ detail }: CustomEvent<PageEvents['tessera-lock']>): void {
    this.store.dispatch({ type: 'pickedUp', isPicking: false });
    const edit = addColor(this.page.options, detail);
    if (edit) this.change(edit, false);
  }

  private copied({ detail }: CustomEvent<PageEvents['tessera-copy']>): void {
    post({ type: 'copyColor', hex: detail });
  }

  private saved({ detail }: CustomEvent<PageEvents['tessera-save']>): void {
    this.store.dispatch({ type: 'askedSave' });
    post({ type: detail.isSaveAs ? 'saveAs' : 'save' });
  }

  private targeted({ detail }: CustomEvent<PageEvents['tessera-target']>): void {
    post(detail ? { type: 'startTarget', target: detail } : { type: 'cancelTarget' });
  }

  private retried(): void {
    this.store.dispatch({ type: 'askedRetry' });
    const { source, original } = this.page;
    if (source && original === 'unavailable') {
      void this.load(source.url, this.convertsColors);
    }
    post({ type: 'retry' });
  }
}
