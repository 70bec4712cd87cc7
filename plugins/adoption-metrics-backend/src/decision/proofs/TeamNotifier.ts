import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { failureCodeOf } from '../../failures';
import { notify } from '../../people';
import { Interval, writeDay } from '../../time';

/** Where people see what is held about them. */
const PAGE = '/adoption/me';

/** People can mute it in their notification settings. */
const TOPIC = 'proof-of-concept';

/** Notifies the members of a team that they take part in a proof of concept. */
export class TeamNotifier {
  constructor(
    private readonly services: {
      notifications: NotificationService;
      logger: LoggerService;
    },
  ) {}

  /** Members see it in their data as well, so that a failure is only logged. */
  async notify(
    {
      teamRef,
      title,
      days,
    }: {
      teamRef: string;
      title: string;
      days: Interval;
    },
    signal: AbortSignal,
  ): Promise<void> {
    const { notifications, logger } = this.services;
    try {
      await notify(
        notifications,
        {
          recipients: { type: 'entity', entityRef: [teamRef] },
          payload: {
            title: `Your team is trying out ${title}`,
            description: `From ${writeDay(days.from)} to ${writeDay(
              days.to - 1,
            )}, Adoption counts how many members of your team use it. No one can see who does.`,
            link: PAGE,
            severity: 'normal',
            topic: TOPIC,
          },
        },
        signal,
      );
    } catch (error) {
      signal.throwIfAborted();
      const code = failureCodeOf(error);
      logger.warn(
        `Could not notify a team about a proof of concept (${code}); its members see it under "My data"`,
      );
    }
  }
}
