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

/** Time between attempts, in ms. */
const AGAIN_AFTER_MS = 5_000;

interface ServeHandles {
  /** Builds the plugin, and returns its API. */
  build(lifecycle: LifecycleService): Promise<ServedApi>;
  httpRouter: Pick<HttpRouterService, 'use'>;
  lifecycle: LifecycleService;
  logger: LoggerService;
}

/**
 * Builds and serves the plugin. If that fails, the backend starts without it,
 * and requests are answered with the reason. If only the database is
 * unavailable, it tries again until it succeeds.
 *
 * @returns calls the API, whichever is active at that time
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

/** Waits for some ms; resolves to false if aborted. */
async function passes(ms: number, signal: AbortSignal): Promise<boolean> {
  return delay(ms, true, { ref: false, signal }).catch(() => false);
}

/**
 * A lifecycle that also accepts startup hooks after the backend has started.
 */
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
