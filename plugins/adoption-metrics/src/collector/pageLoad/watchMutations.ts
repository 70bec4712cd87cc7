import type { Observer } from './observations';

// Ids of scripts and requests must not collide.
let lastScriptId = 0;

// Chunks of the app are loaded by script elements, which are not visible as
// requests; until they run, the document is quiet.
function watchScript(script: HTMLScriptElement, observe: Observer): void {
  lastScriptId -= 1;
  const id = lastScriptId;
  const address = `SCRIPT ${script.src}`;
  observe({ type: 'request-start', at: performance.now(), id, address });
  const end = () => observe({ type: 'request-end', at: performance.now(), id });
  script.addEventListener('load', end, { once: true });
  script.addEventListener('error', end, { once: true });
}

function addedScripts(records: MutationRecord[]): HTMLScriptElement[] {
  return records
    .flatMap(record => [...record.addedNodes])
    .filter(
      (node): node is HTMLScriptElement =>
        node instanceof HTMLScriptElement && node.src !== '',
    );
}

/**
 * Reports when content changes, and when the change was painted. Ignores
 * attributes, which change with every hover and animation.
 *
 * @returns a function that stops observing
 */
export function watchMutations(page: Window, observe: Observer): () => void {
  let isPaintDue = false;
  const onPainted = () => {
    isPaintDue = false;
    observe({ type: 'paint', at: page.performance.now() });
  };
  const observer = new MutationObserver(records => {
    observe({ type: 'mutation', at: page.performance.now() });
    addedScripts(records).forEach(script => watchScript(script, observe));
    if (!isPaintDue) {
      isPaintDue = true;
      // A task that is scheduled in an animation frame runs after the paint.
      page.requestAnimationFrame(() => setTimeout(onPainted, 0));
    }
  });
  const options = { childList: true, characterData: true, subtree: true };
  observer.observe(page.document, options);
  return () => observer.disconnect();
}
