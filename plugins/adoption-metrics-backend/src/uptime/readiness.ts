import { RootHealthService } from '@backstage/backend-plugin-api';
import { answerWithin } from './answerWithin';

/** How long the readiness check may take, in ms. */
const READINESS_TIMEOUT = 5_000;

/** Whether this process is ready to serve; no answer means that it is not. */
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
