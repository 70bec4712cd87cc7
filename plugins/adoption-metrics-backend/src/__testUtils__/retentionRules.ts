import { activityRetention } from '../activity';
import { alertRetention } from '../alerts';
import { catalogRetention } from '../catalog';
import { cardinalityRetention, RetentionRule } from '../database';
import { portalRetention } from '../decision';
import { pageLoadRetention } from '../pageLoad';
import { peopleRetention } from '../people';
import { sampleRetention } from '../samples';
import { uptimeRetention } from '../uptime';

/** What every folder keeps how long. */
export const retentionRules: RetentionRule[] = [
  ...cardinalityRetention,
  ...sampleRetention,
  ...peopleRetention,
  ...activityRetention,
  ...pageLoadRetention,
  ...uptimeRetention,
  ...catalogRetention,
  ...alertRetention,
  ...portalRetention,
];
