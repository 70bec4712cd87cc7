/** An input by pointer, keyboard, wheel, or touch. */
export interface PersonInput {
  /** Milliseconds on the timeline of `performance.now()`. */
  at: number;
  /** Whether it was a press or key, which can start a navigation. */
  isAct: boolean;
  /** Whether it targeted a control (button, link, field). Takes some time. */
  isOnControl(): boolean;
}

const ACTS = ['pointerdown', 'click', 'keydown'];
const SCROLLS = ['wheel', 'touchmove'];
const MODIFIERS = new Set(['Control', 'Alt', 'AltGraph', 'Meta', 'Shift']);
const CONTROLS =
  'a[href],button,input,select,textarea,summary,[role="button"],[role="link"]';

// A shortcut such as Ctrl+L is used to leave the page.
function isShortcut(event: Event): boolean {
  if (event.type !== 'keydown') {
    return false;
  }
  const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
  return ctrlKey || metaKey || altKey || MODIFIERS.has(key);
}

function isOnControl(event: Event): boolean {
  const target = event.composedPath()[0];
  return target instanceof Element && target.closest(CONTROLS) !== null;
}

/**
 * Reports the user's input. Ignores events made by scripts, and `scroll`, which
 * browsers also fire when they restore a tab.
 */
export function watchInputs(
  page: EventTarget,
  listener: (input: PersonInput) => void,
): void {
  const onEvent = (event: Event) => {
    if (event.isTrusted && !isShortcut(event)) {
      const isAct = ACTS.includes(event.type);
      listener({
        at: event.timeStamp,
        isAct,
        isOnControl: () => isAct && isOnControl(event),
      });
    }
  };
  for (const type of [...ACTS, ...SCROLLS]) {
    page.addEventListener(type, onEvent, { capture: true, passive: true });
  }
}
