import { setTimeout as delay } from 'node:timers/promises';
import {
  HttpRouterService,
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { isUnavailable } from '../database';
import { Ask, ServedApi } from './ask';
import { createRefusingRouter, refusalOf } from './createRefusingRouter';

/** How long to wait before the next attempt, in ms. */
const AGAIN_AFTER_MS = 5_000;

interface ServeHandles {
  /** Builds everything, and returns what answers requests. */
  build(lifecycle: LifecycleService): Promise<ServedApi>;
  httpRouter: Pick<HttpRouterService, 'use'>;
  lifecycle: LifecycleService;
  logger: LoggerService;
}

/**
 * Builds the plugin and serves it. Where that fails, whatever was thrown, it
 * answers with the reason and the portal starts without it. A database that
 * cannot be used will be usable again: the plugin is built once it is.
 *
 * @returns what asks the API, whichever answers at that time
 */
export async function servePlugin(handles: ServeHandles): Promise<Ask> {
  const { build, httpRouter, lifecycle, logger } = handles;
  const anyTime = atAnyTime(lifecycle, logger);
  let served: ServedApi;
  httpRouter.use((req, res, next) => served.router(req, res, next));
  try {
    served = await build(anyTime);
  } catch (error) {
    served = refuse(error, logger);
    if (isUnavailable(error)) {
      buildLater();
    }
  }
  return (...asked) => served.ask(...asked);

  async function buildLater(): Promise<void> {
    const stop = new AbortController();
    lifecycle.addShutdownHook(() => stop.abort());
    while (await passes(AGAIN_AFTER_MS, stop.signal)) {
      try {
        served = await build(anyTime);
        logger.info(
          'The database is available again; Adoption Metrics is running',
        );
        return;
      } catch (error) {
        if (!isUnavailable(error)) {
          served = refuse(error, logger);
          return;
        }
      }
    }
  }
}

function refuse(error: unknown, logger: LoggerService): ServedApi {
  return {
    router: createRefusingRouter(error, logger),
    ask: async () => {
      throw new ServiceUnavailableError(refusalOf(error));
    },
  };
}

/** Whether a time passes before somebody calls off. */
async function passes(ms: number, signal: AbortSignal): Promise<boolean> {
  return delay(ms, true, { ref: false, signal }).catch(() => false);
}

/** Takes hooks for the start of the backend even when it has started already. */
function atAnyTime(
  lifecycle: LifecycleService,
  logger: LoggerService,
): LifecycleService {
  let hasStarted = false;
  lifecycle.addStartupHook(() => {
    hasStarted = true;
  });
  return {
    addStartupHook(hook, options) {
      if (!hasStarted) {
        lifecycle.addStartupHook(hook, options);
        return;
      }
      Promise.resolve()
        .then(hook)
        .catch(error => logger.error(`The delayed start failed: ${error}`));
    },
    addShutdownHook(hook, options) {
      lifecycle.addShutdownHook(hook, options);
    },
  };
}
