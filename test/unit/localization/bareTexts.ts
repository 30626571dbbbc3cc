/** Finds texts for people that stand in the code as they are, where `l10n.t` would have them translated. */
import ts from 'typescript';
import type { SourceFile } from './bundles';

/** Attributes and properties of elements that are read or heard by people. */
const SAID =
  /([.\w-]*\b(?:label|title|placeholder|alt|hint|text|aria-description|aria-valuetext|aria-roledescription))=(?:"([^"]*)"?)?$/;
/** The same in whole templates, where the value is written out. */
const SAID_LITERALLY =
  /\s(?:aria-label|label|title|placeholder|alt|aria-description|aria-valuetext|aria-roledescription)="([^"]*)"/g;

/**
 * Signs of figures, names of methods, letters as a specimen of type, and headings of GIMP's palette files: the same in
 * every language.
 */
const SAME_EVERYWHERE =
  /ΔE|SSIM|\bdB\b|\bAa\b|OKLab|sRGB|k-means\+\+|Floyd–Steinberg|Atkinson|Bayer 8 × 8|⌘|⇧|Ctrl\+\w|Columns: 0|Channels: RGBA/g;

/** Where an expression of a template stood. */
const HOLE = '\u0001';

export interface BareText {
  place: string;
  text: string;
}

export function bareTexts({ path, text }: SourceFile): BareText[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: BareText[] = [];
  const judge = (node: ts.Node, words: string) => {
    if (!/\p{L}{2}/u.test(words.replace(SAME_EVERYWHERE, ''))) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push({ place: `${path}:${line + 1}`, text: words.replaceAll(/\s+/g, ' ').trim() });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html')
      judgeTemplate(node.template, judge);
    if (ts.isNewExpression(node) && node.expression.getText() === 'UserError') {
      if (node.arguments?.[0]) judgeLiterals(node.arguments[0], judge);
    }
    if (ts.isCallExpression(node) && node.expression.getText().endsWith('.damaged')) {
      if (node.arguments[0]) judgeLiterals(node.arguments[0], judge);
    }
    if (isSentence(node)) judge(node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

type Judge = (node: ts.Node, words: string) => void;

/** The texts between the tags and in attributes, and literals among the expressions in those places. */
function judgeTemplate(template: ts.TemplateLiteral, judge: Judge): void {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return judgeMarkup(template, template.text, judge);
  let before = template.head.text;
  for (const { expression, literal } of template.templateSpans) {
    const isBetweenTags = before.lastIndexOf('>') >= before.lastIndexOf('<');
    if (isBetweenTags || SAID.test(before)) judgeLiterals(expression, judge);
    before += HOLE + literal.text;
  }
  judgeMarkup(template, before, judge);
}

function judgeMarkup(node: ts.Node, markup: string, judge: Judge): void {
  for (const [, value = ''] of markup.matchAll(SAID_LITERALLY)) judge(node, value);
  judge(node, markup.replaceAll(/<[^>]*>/g, ' '));
}

/** Literals that become the expression's value as they are. */
function judgeLiterals(node: ts.Expression, judge: Judge): void {
  if (ts.isStringLiteralLike(node)) {
    judge(node, node.text);
  } else if (ts.isTemplateExpression(node)) {
    judge(
      node,
      [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(HOLE),
    );
  } else if (ts.isConditionalExpression(node)) {
    judgeLiterals(node.whenTrue, judge);
    judgeLiterals(node.whenFalse, judge);
  } else if (ts.isBinaryExpression(node)) {
    judgeLiterals(node.left, judge);
    judgeLiterals(node.right, judge);
  } else if (ts.isParenthesizedExpression(node)) {
    judgeLiterals(node.expression, judge);
  }
}

/** Reads like something said, wherever it stands, and is neither for the log nor an error of ours. */
function isSentence(node: ts.Node): node is ts.StringLiteralLike {
  if (!ts.isStringLiteralLike(node) || !/^\p{Lu}\p{Ll}+(.*\s.*|.*[….])$/su.test(node.text)) return false;
  for (let { parent } = node as ts.Node; !ts.isStatement(parent); { parent } = parent) {
    const called =
      ts.isCallExpression(parent) || ts.isNewExpression(parent) ? parent.expression.getText() : '';
    if (/l10n\.t$|^console\.|Error$|^super$|^v\.check$/.test(called)) return false;
    if (ts.isSourceFile(parent)) break;
  }
  return true;
}
