import type { ReactNode } from 'react';
import { ActionList } from './ActionList';
import { useAnswer } from '../api';
import { useLanguage } from './format';
import { LoadedSection } from './loading/LoadedSection';

/** What would help the most, as the digest of the last week recommends it. */
export function ActionsSection(props: {
  /** Beside the title. */
  actions?: ReactNode;
}) {
  const { t } = useLanguage();

  const digest = useAnswer('GET /digest', { query: { period: 'week' } });
  return (
    <LoadedSection
      title={t('overview.actions.title')}
      actions={props.actions}
      loaded={digest}
      height={72}
    >
      {value => <ActionList digest={value} />}
    </LoadedSection>
  );
}
