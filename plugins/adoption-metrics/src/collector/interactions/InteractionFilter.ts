import type { AnalyticsEvent } from '@backstage/frontend-plugin-api';
import type { InteractionEvent } from 'backstage-plugin-adoption-metrics-common';
import { toAction, toIdentifier } from '../identifiers';

/** What the filter needs to know of the document. */
export interface Surroundings {
  /** Wall clock, milliseconds since the epoch. */
  now(): number;
  isHidden(): boolean;
  /** Milliseconds since the person last did something; infinite if never. */
  sinceInput(): number;
  /** Whether the document was opened at the portal's base path. */
  openedAtHome: boolean;
}

/** Without any input for this long, nothing that happens is deliberate. */
const ATTENTION_MS = 30_000;

/** Events that plugins emit by themselves. */
const AUTOMATIC = new Set(['signIn', 'not-found']);

function pathOf(subject: string): string {
  return subject.split(/[?#]/, 1)[0];
}

/**
 * Tells deliberate interactions from everything else the analytics API hears.
 *
 * A start page and a restored tab are no visits: the first view of a document
 * that was opened at the home page, or shows it, waits for the first input.
 * Later views and all other actions need an input shortly before.
 */
export class InteractionFilter {
  #surroundings: Surroundings;
  #lastPath: string | undefined;
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
    this.#waitingView = undefined;
    return view && this.#toInteraction(view);
  }

  #acceptView(event: AnalyticsEvent): InteractionEvent | undefined {
    // The tracker's own context: the sign-in page, or no page at all.
    if (event.context.pluginId === 'root') {
      return undefined;
    }
    const path = pathOf(event.subject);
    const isFirst = this.#lastPath === undefined;
    const isRepeat = this.#lastPath === path;
    this.#lastPath = path;
    if (isRepeat) {
      return undefined;
    }
    if (this.#isAttended() || (isFirst && this.#countsUnattended(event))) {
      this.#waitingView = undefined;
      return this.#toInteraction(event);
    }
    if (isFirst || this.#waitingView) {
      this.#waitingView = event;
    }
    return undefined;
  }

  #isAttended(): boolean {
    const { isHidden, sinceInput } = this.#surroundings;
    return !isHidden() && sinceInput() <= ATTENTION_MS;
  }

  #countsUnattended(event: AnalyticsEvent): boolean {
    const { isHidden, openedAtHome } = this.#surroundings;
    return !isHidden() && !openedAtHome && event.context.pluginId !== 'home';
  }

  #toInteraction(event: AnalyticsEvent): InteractionEvent {
    const { pluginId, extensionId } = event.context;
    // 'App' is what the tracker says when it does not know the extension.
    const extension = extensionId === 'App' ? undefined : extensionId;
    return {
      type: 'interaction',
      at: new Date(this.#surroundings.now()).toISOString(),
      action: toAction(event.action),
      pluginId: toIdentifier(pluginId) ?? 'unknown',
      extensionId: toIdentifier(extension),
    };
  }
}
