import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import {
  labelBits,
  lowRankCost,
  originalCost,
  paletteCost,
  type StorageCost,
} from '../../engine/explore/storageCost';
import { MOST_COMPONENTS } from '../../engine/explore/lowRank/factorize';
import { Cancelled } from '../../engine/steps';
import type { StorageAnswer } from '../../shared/explore/storage';
import { formatBytes, formatExactBytes } from '../../shared/formatBytes';
import { formatNumber } from '../../shared/localization';
import type { Slide } from '../controls/rangeField';
import '../controls/rangeField';
import { foldStyles } from '../foldStyles';
import { emit } from '../pageEvents';
import { colorsText } from '../picture/captions';
import { sharedStyles } from '../sharedStyles';
import { formatTimes } from '../sizeComparison';
import { colorCountOf } from '../state';
import { explanation, explanationStyles } from './explanation';
import type { ExploreContext } from './exploreContext';
import { VECTOR_QUANTIZATION } from './sources';

interface Row {
  name: string;
  cost: StorageCost;
  /** How the bits come about. */
  formula: string;
  /** Size of the real file in bytes, and what file that is. */
  file?: { byteLength: number; name: string };
  /** Instead of that, a way to have it. */
  compute?: TemplateResult;
}

/** What the picture costs to store, number by number, beside what its files take. */
@customElement('tessera-explore-storage')
export class StorageView extends LitElement {
  @property({ attribute: false }) context!: ExploreContext;

  @state() private components = 20;
  @state() private sizes: StorageAnswer | undefined;
  @state() private failure = '';
  /** The low-rank picture is made, for the size of its file. */
  @state() private isComputing = false;

  static override readonly styles = [
    sharedStyles,
    foldStyles,
    explanationStyles,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
        line-height: 20px;
      }
      th,
      td {
        padding: 6px 0;
        text-align: right;
        vertical-align: top;
      }
      thead th {
        padding-top: 0;
        color: var(--vscode-descriptionForeground);
        font-size: 11px;
        font-weight: 400;
      }
      th:first-child {
        text-align: left;
      }
      tbody tr {
        border-top: 1px solid var(--vscode-contrastBorder, var(--vscode-panel-border, transparent));
      }
      tbody th {
        font-weight: 600;
      }
      td + td {
        padding-left: 12px;
      }
      small {
        display: block;
        color: var(--vscode-descriptionForeground);
        font-size: 11px;
        font-weight: 400;
        line-height: 16px;
      }
      .factor {
        font-weight: 600;
      }
      .compute {
        padding: 0;
        border: 0;
        background: none;
        color: var(--vscode-textLink-foreground);
        font: inherit;
        cursor: pointer;
      }
      .compute:hover {
        text-decoration: underline;
      }
      .compute:disabled {
        color: var(--vscode-descriptionForeground);
        text-decoration: none;
        cursor: default;
      }
      .components {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 8px;
        align-items: center;
        margin: 12px 0;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('context');
    const { isAtRest, options } = this.context;
    if (isAtRest && (!before?.isAtRest || before.options !== options)) void this.askForSizes();
  }

  override render() {
    const { decoded } = this.context;
    const original = originalCost(decoded.width * decoded.height, decoded.hasAlpha);
    return html`<table class="number">
        <thead>
          <tr>
            <th scope="col">${l10n.t('Stored as')}</th>
            <th scope="col">${l10n.t('In theory')}</th>
            <th scope="col">${l10n.t('As a file')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.rows(original).map((row) => this.rowView(row, original))}
        </tbody>
      </table>
      <div class="components">
        <span>${l10n.t('Components')}</span>
        <tessera-range-field
          isCount
          .label=${l10n.t('Components of the low-rank picture')}
          .min=${1}
          .max=${MOST_COMPONENTS}
          .value=${this.components}
          @slide=${({ detail }: CustomEvent<Slide>) => (this.components = detail.value)}
        ></tessera-range-field>
      </div>
      <p role="status">${this.failure}</p>
      <vscode-button
        secondary
        ?disabled=${!this.context.isAtRest}
        @click=${() =>
          emit(this, 'tessera-export-explored', {
            kind: 'storageTable',
            options: this.context.options,
            sourceByteLength: this.context.sourceBytes,
            components: this.components,
          })}
        >${l10n.t('Export as CSV…')}</vscode-button
      >
      ${explanation(
        [
          l10n.t(
            'A picture of n pixels is n × 3 numbers of 8 bits. With a palette of k colors each pixel is one number, its label, for which ⌈log₂ k⌉ bits are enough; the palette itself, the codebook, adds 24 bits a color. A low-rank picture is two thin matrices for each channel: 3 · K · (width + height) numbers, here of 32 bits.',
          ),
          l10n.t(
            'Files are smaller than theory, as PNG also compresses what repeats: large flat regions cost next to nothing, noise costs all of its bits.',
          ),
        ],
        [VECTOR_QUANTIZATION],
      )}`;
  }

  private rows(original: StorageCost): Row[] {
    const { decoded, palette, options, sourceBytes, reducedBytes } = this.context;
    const { width, height, hasAlpha } = decoded;
    const { sizes, components } = this;
    const colors = palette ? colorCountOf(palette) : options.k;
    const bits = labelBits(colors);
    const pixels = formatNumber(width * height);
    const bytesPerPixel = hasAlpha ? 4 : 3;
    return [
      {
        name: l10n.t('Original'),
        cost: original,
        formula: l10n.t('{0} × {1} bits', pixels, 8 * bytesPerPixel),
        file: { byteLength: this.context.sourceBytes, name: decoded.format },
      },
      {
        name: colorsText(colors),
        cost: paletteCost(width * height, colors, hasAlpha),
        formula: l10n.t('{0} × {1} + {2} × {3} bits', pixels, bits, 8 * bytesPerPixel, colors),
        ...(reducedBytes === undefined || sourceBytes === 0
          ? {}
          : { file: { byteLength: reducedBytes, name: l10n.t('Indexed PNG') } }),
      },
      ...(sizes
        ? [
            {
              name: l10n.t('Labels and codebook'),
              cost: paletteCost(width * height, colors, hasAlpha),
              formula: l10n.t('two files, exported with the palette'),
              file: {
                byteLength: sizes.labelsByteLength + sizes.codebookByteLength,
                name: l10n.t(
                  'PNG {0} + JSON {1}',
                  ...[sizes.labelsByteLength, sizes.codebookByteLength].map(formatBytes),
                ),
              },
            },
          ]
        : []),
      {
        name: l10n.t('Low rank, {0} components', components),
        cost: lowRankCost(width, height, components),
        formula: `3 × ${components} × (${width} + ${height}) × 32`,
        ...this.lowRankFile(),
      },
    ];
  }

  private lowRankFile(): Pick<Row, 'file' | 'compute'> {
    const known = this.context.client.known({ kind: 'lowRank', components: this.components });
    if (known) return { file: { byteLength: known.png.byteLength, name: 'PNG' } };
    return {
      compute: html`<button class="compute" ?disabled=${this.isComputing} @click=${this.computeLowRank}>
        ${this.isComputing ? l10n.t('Computing…') : l10n.t('Compute')}
      </button>`,
    };
  }

  private rowView({ name, cost, formula, file, compute }: Row, original: StorageCost): TemplateResult {
    const bytes = Math.ceil(cost.bits / 8);
    return html`<tr>
      <th scope="row">${name}<small title=${formula}>${formula}</small></th>
      <td>
        <span title=${formatExactBytes(bytes)}>${formatBytes(bytes)}</span>
        ${cost === original ? nothing : html`<span class="factor">${formatTimes(original.bits / cost.bits)}</span>`}
        <small>${l10n.t('{0} numbers', formatNumber(cost.numbers))}</small>
      </td>
      <td>
        ${
          file
            ? html`<span title=${formatExactBytes(file.byteLength)}>${formatBytes(file.byteLength)}</span
                ><small>${file.name}</small>`
            : (compute ?? '–')
        }
      </td>
    </tr>`;
  }

  private readonly computeLowRank = async (): Promise<void> => {
    this.failure = '';
    this.isComputing = true;
    try {
      await this.context.client.ask({ kind: 'lowRank', components: this.components });
    } catch (error) {
      if (!(error instanceof Cancelled))
        this.failure = error instanceof Error ? error.message : String(error);
    }
    this.isComputing = false;
  };

  private async askForSizes(): Promise<void> {
    const { client, options } = this.context;
    this.failure = '';
    try {
      this.sizes = await client.ask({ kind: 'storage', options });
    } catch (error) {
      if (error instanceof Cancelled) return;
      this.sizes = undefined;
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }
}
