import { KeptAnswers } from './KeptAnswers';

const text = (length: number) => ({ text: 'x'.repeat(length) });

describe('KeptAnswers', () => {
  it('forgets after a minute, even where nothing has changed', () => {
    let now = 0;
    const kept = new KeptAnswers(1_000, () => now);
    kept.keep('a', 'same', { a: 1 });
    now = 59_999;
    expect(kept.find('a', 'same')).toEqual({ a: 1 });
    now = 60_000;
    expect(kept.find('a', 'same')).toBeUndefined();
  });

  it('holds no more than it may, the latest used last to go', () => {
    const kept = new KeptAnswers(1_000);
    ['a', 'b', 'c'].forEach(key => kept.keep(key, '', text(300)));
    kept.find('a', '');
    kept.keep('d', '', text(300));
    const held = ['a', 'b', 'c', 'd'].filter(key => kept.find(key, ''));
    expect(held).toEqual(['a', 'c', 'd']);
  });

  it('keeps no answer that would drive out most others', () => {
    const kept = new KeptAnswers(1_000);
    kept.keep('a', '', text(600));
    expect(kept.find('a', '')).toBeUndefined();
  });

  it('counts an answer once that is replaced', () => {
    const kept = new KeptAnswers(1_000);
    for (let i = 0; i < 100; i++) {
      kept.keep('a', String(i), text(400));
    }
    kept.keep('b', '', text(400));
    expect(kept.find('a', '99')).toBeDefined();
    expect(kept.find('b', '')).toBeDefined();
  });
});
