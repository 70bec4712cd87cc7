import type { AnalyticsEvent } from '@backstage/frontend-plugin-api';
import type { InteractionEvent } from 'backstage-plugin-adoption-metrics-common';
import { toAction, toIdentifier } from '../identifiers';
import type { PageOrigin } from '../pages';

/** What the filter needs to know about the document. */
export interface Surroundings {
  /** Wall clock, milliseconds since the epoch. */
  now(): number;
  isHidden(): boolean;
  /** The number of inputs so far. */
  inputs(): number;
  /** Milliseconds since the last input; infinite if there was none. */
  sinceInput(): number;
  /** Whether the document was opened at the base path of the portal. */
  openedAtHome: boolean;
  /** The page at a path of the app. */
  pageAt(path: string): PageOrigin | undefined;
}

/** After this time without input, nothing counts as deliberate. */
const ATTENTION_MS = 30_000;

/** Looking at our own pages does not count as use of the portal. */
const OWN_PLUGIN = 'adoption-metrics';

/** Events that plugins emit automatically. */
const AUTOMATIC = new Set(['signIn', 'not-found']);

function pathOf(event: AnalyticsEvent): string {
  return event.subject.split(/[?#]/, 1)[0];
}

// The tracker may not know the page: there is none (sign-in, "not found"), or
// it has no route reference.
function isOfApp({ context }: AnalyticsEvent): boolean {
  return context.pluginId === 'root' || context.extensionId === 'app/root';
}

// Backstage's search reports the number of results. The search term is not
// sent.
function foundNothing({ action, value }: AnalyticsEvent): boolean {
  return action === 'search' && value === 0;
}

/**
 * Separates deliberate interactions from other analytics events.
 *
 * Opening a start page or restoring a tab is not a visit: the first view of a
 * document that was opened at or shows the home page waits for the first input.
 * Later views need an input since the previous one, which excludes redirects
 * and rotating screens. Other actions need a recent input.
 */
export class InteractionFilter {
  #surroundings: Surroundings;
  #lastPath: string | undefined;
  #inputsAtLastView = 0;
  #waitingView: AnalyticsEvent | undefined;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Returns the interaction, if the event is a deliberate one. */
  accept(event: AnalyticsEvent): InteractionEvent | undefined {
    if (AUTOMATIC.has(event.action)) {
      return undefined;
    }
    if (event.action === 'navigate') {
      return this.#acceptView(event);
    }
    return this.#isAttended() ? this.#toInteraction(event) : undefined;
  }

  /** Returns the first view, if it was waiting for an input. */
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
    // The tracker uses 'App' for unknown extensions.
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
