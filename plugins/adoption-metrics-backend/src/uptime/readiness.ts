import { RootHealthService } from '@backstage/backend-plugin-api';
import { SECOND_MS } from '../time';

/** How long the readiness check may take, in ms. */
const READINESS_TIMEOUT = 5 * SECOND_MS;

/** Whether this process is ready; without a response, it is not. */
export async function isReady(
  health: Pick<RootHealthService, 'getReadiness'>,
): Promise<boolean> {
  try {
    const answer = health.getReadiness();
    const { status } = await answerWithin(READINESS_TIMEOUT, answer);
    return status === 200;
  } catch {
    return false;
  }
}

async function answerWithin<T>(limit: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error(`No answer within ${limit} ms`));
    timer = setTimeout(fail, limit).unref();
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
