import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS } from '../../../../src/engine/options';
import { Cancelled } from '../../../../src/engine/steps';
import { PageQuestions } from '../../../../src/editor/explore/pageQuestions';
import type { ExploreMessage, NoAnswerMessage } from '../../../../src/shared/messages';
import { UserError } from '../../../../src/shared/userError';

const question = { kind: 'storage' as const, options: DEFAULT_OPTIONS };
const answer = { labelsByteLength: 1, codebookByteLength: 2 };

describe('the questions of a page', () => {
  let told: ExploreMessage[];
  let log: string[];
  let withdrawn: string[];

  function questions(settle: () => Promise<typeof answer>): PageQuestions {
    told = [];
    log = [];
    withdrawn = [];
    return new PageQuestions(
      (token, _, report) => {
        report(null);
        return { answer: settle(), withdraw: () => withdrawn.push(token) };
      },
      { post: (message) => told.push(message), logDefect: (text) => log.push(text) },
    );
  }

  it('are answered to the page, with their progress', async () => {
    await questions(() => Promise.resolve(answer)).answer('q1', question);
    assert.deepEqual(told, [
      { type: 'answerProgress', token: 'q1', progress: null },
      { type: 'answer', token: 'q1', answer },
    ]);
  });

  it('end in the sentence of a UserError, in no sentence when they are cancelled, in the log for a defect', async () => {
    await questions(() => Promise.reject(new UserError('Too large.'))).answer('q1', question);
    assert.deepEqual(told[1], { type: 'noAnswer', token: 'q1', sentence: 'Too large.' });
    await questions(() => Promise.reject(new Cancelled())).answer('q1', question);
    assert.deepEqual(told[1], { type: 'noAnswer', token: 'q1', sentence: undefined });
    assert.deepEqual(log, []);
    await questions(() => Promise.reject(new Error('undefined is not a function'))).answer('q1', question);
    const { sentence = '' } = told.at(-1) as NoAnswerMessage;
    assert.match(sentence, /error in Tessera/);
    assert.match(log.join(), /undefined is not a function/);
  });

  it('are withdrawn one by one, or all when the page goes', () => {
    const open = questions(() => new Promise(() => {}));
    void open.answer('a', question);
    void open.answer('b', { kind: 'cloud' });
    void open.answer('c', { kind: 'lowRank', components: 2 });
    open.withdraw('b');
    assert.equal(withdrawn.length, 1);
    assert.match(withdrawn[0]!, /-b$/);
    open.withdrawAll();
    assert.equal(withdrawn.length, 4); // withdrawing twice does no harm
  });

  it('end older ones of their kind, also under the same name, and never pile up', async () => {
    const settles: ((value: typeof answer) => void)[] = [];
    const open = questions(() => new Promise((resolve) => settles.push(resolve)));
    const first = open.answer('a', question);
    void open.answer('b', { kind: 'cloud' });
    const second = open.answer('a', question);
    assert.deepEqual(
      withdrawn.map((token) => token.slice(-1)),
      ['a'],
    );
    settles[0]!(answer);
    await first;
    open.withdraw('a'); // the second one, which goes on
    assert.equal(withdrawn.length, 2);
    settles[2]!(answer);
    await second;
    open.withdraw('a');
    assert.equal(withdrawn.length, 2);
  });

  it('of two pages do not share a name', () => {
    const names = new Set<string>();
    for (let page = 0; page < 2; page++) {
      const open = questions(() => new Promise(() => {}));
      void open.answer('q1', question);
      open.withdrawAll();
      withdrawn.forEach((token) => names.add(token));
    }
    assert.equal(names.size, 2);
  });
});
