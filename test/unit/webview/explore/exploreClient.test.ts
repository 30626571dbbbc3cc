import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS } from '../../../../src/engine/options';
import { Cancelled } from '../../../../src/engine/steps';
import type { PageMessage } from '../../../../src/shared/messages';
import { ExploreClient, NoAnswer } from '../../../../src/webview/explore/exploreClient';

const question = (k: number) => ({ kind: 'storage' as const, options: { ...DEFAULT_OPTIONS, k } });
const answer = { labelsByteLength: 1, codebookByteLength: 2 };

describe('the questions of the Explore panel', () => {
  let sent: PageMessage[];
  let client: ExploreClient;

  beforeEach(() => {
    sent = [];
    client = new ExploreClient((message) => sent.push(message));
  });

  function lastToken(): string {
    const asked = sent.filter(({ type }) => type === 'ask').at(-1);
    assert.ok(asked?.type === 'ask');
    return asked.token;
  }

  it('are answered once', async () => {
    const asked = client.ask(question(4));
    assert.ok(client.heard({ type: 'answer', token: lastToken(), answer }));
    assert.deepEqual(await asked, answer);
  });

  it('tell of progress before the answer', async () => {
    const told: unknown[] = [];
    const asked = client.ask(question(4), (progress) => told.push(progress));
    client.heard({ type: 'answerProgress', token: lastToken(), progress: 0.5 });
    client.heard({ type: 'answer', token: lastToken(), answer });
    await asked;
    assert.deepEqual(told, [0.5]);
  });

  it('end with Cancelled when a newer one of their kind comes, which withdraws them', async () => {
    const older = client.ask(question(4));
    const outdated = assert.rejects(older, Cancelled);
    const olderToken = lastToken();
    const newer = client.ask(question(5));
    await outdated;
    assert.deepEqual(sent[1], { type: 'withdraw', token: olderToken });
    client.heard({ type: 'answer', token: olderToken, answer: 'too late' });
    client.heard({ type: 'answer', token: lastToken(), answer });
    assert.deepEqual(await newer, answer);
  });

  it('end with a sentence, or with Cancelled where there is none', async () => {
    const refused = assert.rejects(client.ask(question(4)), new NoAnswer('Too large.'));
    client.heard({ type: 'noAnswer', token: lastToken(), sentence: 'Too large.' });
    await refused;
    const withdrawn = assert.rejects(client.ask(question(4)), Cancelled);
    client.heard({ type: 'noAnswer', token: lastToken() });
    await withdrawn;
  });

  it('are not asked again of the same picture', async () => {
    const first = client.ask(question(4));
    client.heard({ type: 'answer', token: lastToken(), answer });
    await first;
    assert.deepEqual(await client.ask(question(4)), answer);
    assert.equal(sent.length, 1);
    client.forget();
    void client.ask(question(4));
    assert.equal(sent.length, 2);
  });

  it('keep of answers that are files only the latest', async () => {
    const lowRank = (components: number) => ({ kind: 'lowRank' as const, components });
    for (const components of [1, 2]) {
      const asked = client.ask(lowRank(components));
      client.heard({ type: 'answer', token: lastToken(), answer: { png: new Uint8Array(components) } });
      await asked;
    }
    assert.equal(client.known(lowRank(1)), undefined);
    assert.equal(client.known(lowRank(2))?.png.length, 2);
  });

  it('are all withdrawn when another picture comes', async () => {
    const asked = assert.rejects(client.ask(question(4)), Cancelled);
    client.forget();
    await asked;
    assert.equal(sent[1]?.type, 'withdraw');
  });

  it('leave other messages to others', () => {
    assert.equal(client.heard({ type: 'sourceGone', sentence: 'Gone.' }), false);
  });
});
