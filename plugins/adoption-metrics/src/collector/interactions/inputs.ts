/** Something a person did with pointer, keyboard, wheel or touch. */
export interface PersonInput {
  /** Milliseconds on the timeline of `performance.now()`. */
  at: number;
  /** Whether it was a press or a key, which can begin a navigation. */
  isAct: boolean;
  /** Whether it went to a control (button, link, field); costs some time. */
  isOnControl(): boolean;
}

const ACTS = ['pointerdown', 'click', 'keydown'];
const SCROLLS = ['wheel', 'touchmove'];
const MODIFIERS = new Set(['Control', 'Alt', 'AltGraph', 'Meta', 'Shift']);
const CONTROLS =
  'a[href],button,input,select,textarea,summary,[role="button"],[role="link"]';

// Ctrl+L on a start page is how people leave it, not how they use it.
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
 * Reports what the person does in the page. Events made by scripts are ignored,
 * and so is the `scroll` event, which browsers also fire when they restore a
 * tab.
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
