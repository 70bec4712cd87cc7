import type { AnalyticsEvent } from '@backstage/frontend-plugin-api';
import type { InteractionEvent } from 'backstage-plugin-adoption-metrics-common';
import { toAction, toIdentifier } from '../identifiers';
import type { PageOrigin } from '../pages';

/** What the filter needs to know of the document. */
export interface Surroundings {
  /** Wall clock, milliseconds since the epoch. */
  now(): number;
  isHidden(): boolean;
  /** How often the person did something so far. */
  inputs(): number;
  /** Milliseconds since the person last did something; infinite if never. */
  sinceInput(): number;
  /** Whether the document was opened at the portal's base path. */
  openedAtHome: boolean;
  /** What is shown at a path of the app. */
  pageAt(path: string): PageOrigin | undefined;
}

/** Without any input for this long, nothing that happens is deliberate. */
const ATTENTION_MS = 30_000;

/** Whoever looks at how the portal is used does not use it yet. */
const OWN_PLUGIN = 'adoption-metrics';

/** Events that plugins emit by themselves. */
const AUTOMATIC = new Set(['signIn', 'not-found']);

function pathOf(event: AnalyticsEvent): string {
  return event.subject.split(/[?#]/, 1)[0];
}

// The tracker then knows of no page: there is none (the sign-in page, "not
// found"), or the page has no route reference.
function isOfApp({ context }: AnalyticsEvent): boolean {
  return context.pluginId === 'root' || context.extensionId === 'app/root';
}

// Backstage's search says how many results there are. What was sought stays here.
function foundNothing({ action, value }: AnalyticsEvent): boolean {
  return action === 'search' && value === 0;
}

/**
 * Distinguishes deliberate interactions from everything else the analytics API hears.
 *
 * A start page and a restored tab are no visits: the first view of a document
 * that was opened at the home page, or shows it, waits for the first input.
 * Each later view needs an input since the one before, so that redirects and
 * rotating screens do not count; other actions need one shortly before.
 */
export class InteractionFilter {
  #surroundings: Surroundings;
  #lastPath: string | undefined;
  #inputsAtLastView = 0;
  #waitingView: AnalyticsEvent | undefined;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** The interaction that the event stands for, if it is a deliberate one. */
  accept(event: AnalyticsEvent): InteractionEvent | undefined {
    if (AUTOMATIC.has(event.action)) {
      return undefined;
    }
    if (event.action === 'navigate') {
      return this.#acceptView(event);
    }
    return this.#isAttended() ? this.#toInteraction(event) : undefined;
  }

  /** The first view, if it was waiting for this input to count. */
  onInput(): InteractionEvent | undefined {
    const view = this.#waitingView;
    if (view) {
      this.#waitingView = undefined;
      this.#inputsAtLastView = this.#surroundings.inputs();
    }
    return view && this.#toInteraction(view);
  }

  #acceptView(event: AnalyticsEvent): InteractionEvent | undefined {
    const view = this.#withPage(event);
    if (!view || this.#lastPath === pathOf(view)) {
      return undefined;
    }
    const isFirst = this.#lastPath === undefined;
    this.#lastPath = pathOf(view);
    if (this.#isCaused() || (isFirst && this.#countsUnattended(view))) {
      this.#waitingView = undefined;
      this.#inputsAtLastView = this.#surroundings.inputs();
      return this.#toInteraction(view);
    }
    if (isFirst || this.#waitingView) {
      this.#waitingView = view;
    }
    return undefined;
  }

  #withPage(event: AnalyticsEvent): AnalyticsEvent | undefined {
    if (!isOfApp(event)) {
      return event;
    }
    const page = this.#surroundings.pageAt(pathOf(event));
    return page && { ...event, context: { ...page } };
  }

  #isCaused(): boolean {
    const hasNewInput = this.#surroundings.inputs() > this.#inputsAtLastView;
    return hasNewInput && this.#isAttended();
  }

  #isAttended(): boolean {
    const { isHidden, sinceInput } = this.#surroundings;
    return !isHidden() && sinceInput() <= ATTENTION_MS;
  }

  #countsUnattended(event: AnalyticsEvent): boolean {
    const { isHidden, openedAtHome } = this.#surroundings;
    return !isHidden() && !openedAtHome && event.context.pluginId !== 'home';
  }

  #toInteraction(event: AnalyticsEvent): InteractionEvent | undefined {
    const { pluginId, extensionId } = event.context;
    if (pluginId === OWN_PLUGIN) {
      return undefined;
    }
    // 'App' is what the tracker says when it does not know the extension.
    const extension = extensionId === 'App' ? undefined : extensionId;
    return {
      type: 'interaction',
      at: new Date(this.#surroundings.now()).toISOString(),
      action: toAction(event.action),
      pluginId: toIdentifier(pluginId) ?? 'unknown',
      extensionId: toIdentifier(extension),
      ...(foundNothing(event) ? { foundNothing: true } : {}),
    };
  }
}
