import { watchInputs } from './inputs';

/** Delivers events that scripts cannot make: trusted ones. */
class TrustedTarget {
  #listeners = new Map<string, (event: Event) => void>();

  addEventListener(type: string, listener: (event: Event) => void) {
    this.#listeners.set(type, listener);
  }

  fire(type: string, fields: object = {}) {
    const event = {
      type,
      isTrusted: true,
      timeStamp: 12,
      composedPath: () => [document.body],
      ...fields,
    };
    this.#listeners.get(type)?.(event as unknown as Event);
  }
}

function setUp() {
  const target = new TrustedTarget();
  const inputs: object[] = [];
  watchInputs(target as unknown as EventTarget, ({ isOnControl, ...input }) =>
    inputs.push({ ...input, onControl: isOnControl() }),
  );
  return { target, inputs };
}

describe('watchInputs', () => {
  it.each(['pointerdown', 'click', 'keydown'])('hears %s as an act', type => {
    const { target, inputs } = setUp();
    target.fire(type, { key: 'a' });
    expect(inputs).toEqual([{ at: 12, isAct: true, onControl: false }]);
  });

  it.each(['wheel', 'touchmove'])('hears %s as scrolling', type => {
    const { target, inputs } = setUp();
    target.fire(type);
    expect(inputs).toEqual([{ at: 12, isAct: false, onControl: false }]);
  });

  it('distinguishes controls from the page around them', () => {
    const { target, inputs } = setUp();
    document.body.innerHTML = '<button><span>Enter</span></button>';
    const label = document.querySelector('span');
    target.fire('click', { composedPath: () => [label] });
    expect(inputs).toEqual([{ at: 12, isAct: true, onControl: true }]);
  });

  it.each([
    ['a script', { isTrusted: false, key: 'a' }],
    ['Ctrl+L', { ctrlKey: true, key: 'l' }],
    ['a modifier alone', { key: 'Meta' }],
  ])('does not take %s for a person at work', (_, fields) => {
    const { target, inputs } = setUp();
    target.fire('keydown', fields);
    expect(inputs).toEqual([]);
  });

  it('does not hear scroll events, which restored tabs fire too', () => {
    const { target, inputs } = setUp();
    target.fire('scroll');
    expect(inputs).toEqual([]);
  });
});
