import {
  deadlineManagePermission,
  type DeadlineSummary,
} from 'backstage-plugin-adoption-metrics-common';
import { settingsRouteRef } from '../../routes';
import { deadlineSettingsId } from '../anchors';
import { useLanguage } from '../format';
import layout from '../layout.module.css';
import { TextLink } from '../TextLink';
import { usePageLink } from '../usePageLink';

/** What can be set, by whom, and where. */
export function NoDeadline(props: {
  stuck: DeadlineSummary['stuck'];
  /** Whether the page says already that there is none. */
  isSaid?: boolean;
}) {
  const { stuck, isSaid } = props;
  const { t, format } = useLanguage();

  const form = usePageLink(settingsRouteRef, deadlineSettingsId);
  const purpose = t('overview.deadline.purpose');
  return (
    <div className={layout.stack}>
      {stuck && (
        <p className={layout.text}>
          {t('card.deadline.stuck', {
            share: format.share(stuck.below),
            weeks: format.count(stuck.weeks),
          })}
        </p>
      )}
      <p className={layout.text}>
        {isSaid ? purpose : t('overview.deadline.none', { purpose })}
      </p>
      <p className={layout.quiet}>
        {t('overview.deadline.whoSets', {
          permission: <code>{deadlineManagePermission.name}</code>,
        })}
      </p>
      <div>
        <TextLink href={form}>{t('overview.deadline.set')}</TextLink>
      </div>
    </div>
  );
}
