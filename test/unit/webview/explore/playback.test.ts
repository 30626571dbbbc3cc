import assert from 'node:assert/strict';
import { Playback } from '../../../../src/webview/explore/convergence/playback';

function playbackOf(last: number): Playback {
  const playback = new Playback();
  playback.load(last);
  playback.roundMs = 100;
  return playback;
}

/** The rounds that are shown from one time to another, at a frame every `frameMs`. */
function play(playback: Playback, { from = 0, until = 2000, frameMs = 16 } = {}): number[] {
  const rounds: number[] = [];
  for (let now = from; now < until; now += frameMs) if (playback.tick(now)) rounds.push(playback.round);
  return rounds;
}

describe('Playing a convergence', () => {
  it('shows every round once, in time, and ends at the last', () => {
    const playback = playbackOf(5);
    playback.play();
    assert.deepEqual(play(playback, { until: 330 }), [1, 2, 3]);
    assert.deepEqual(play(playback, { from: 330 }), [4, 5]);
    assert.equal(playback.isPlaying, false);
  });

  it('leaves no round out where frames are slow', () => {
    const playback = playbackOf(5);
    playback.play();
    assert.deepEqual(play(playback, { until: 5000, frameMs: 350 }), [1, 2, 3, 4, 5]);
  });

  it('keeps its pace whatever the frames', () => {
    const playback = playbackOf(100);
    playback.play();
    assert.equal(play(playback, { until: 3010, frameMs: 33 }).length, 30);
  });

  it('begins anew after the last round', () => {
    const playback = playbackOf(3);
    playback.goTo(3);
    playback.play();
    assert.equal(playback.round, 0);
    assert.deepEqual(play(playback), [1, 2, 3]);
  });

  it('loops only when asked, with a rest at the end', () => {
    const playback = playbackOf(2);
    playback.isLooping = true;
    playback.play();
    assert.deepEqual(play(playback, { until: 1200 }), [1, 2, 0, 1, 2]);
    assert.equal(playback.isPlaying, true);
  });

  it('pauses where a person goes to, and goes no further than the recording', () => {
    const playback = playbackOf(4);
    playback.play();
    play(playback, { until: 120 });
    playback.goTo(9);
    assert.deepEqual([playback.round, playback.isPlaying], [4, false]);
    playback.goTo(-1);
    assert.deepEqual([playback.round, play(playback)], [0, []]);
  });

  it('goes on where it was after a pause, with a whole round of time', () => {
    const playback = playbackOf(4);
    playback.play();
    play(playback, { until: 190 });
    playback.pause();
    playback.play();
    assert.equal(playback.round, 1);
    assert.deepEqual(play(playback, { from: 10_000, until: 10_090 }), []);
    assert.deepEqual(play(playback, { from: 10_090, until: 10_150 }), [2]);
  });

  it('has nothing to play where the start is at rest', () => {
    const playback = playbackOf(0);
    playback.play();
    assert.equal(playback.isPlaying, false);
  });
});
