import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { AlertTest as Test } from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { adoptionMetricsApiRef } from '../../api';
import { useChange } from '../../api/useChange';
import { reasonOf } from '../../ui/loading/failures';
import { useLanguage, wordsOf, type Language } from '../../ui/format';
import { PersonName } from '../../ui/PersonName';
import { DataTable, type Column } from '../../ui/table';
import styles from '../../ui/layout.module.css';
import { channelName } from './channelName';
import { failureText } from './failureText';

type Result = Test['results'][number];

/** Tries whether alerts arrive, and says where they do not and why. */
export function AlertTest() {
  const language = useLanguage();
  const { t } = language;

  const api = useApi(adoptionMetricsApiRef);
  const [results, setResults] = useState<Result[]>();
  const { change, pending, error } = useChange(() => {});
  const send = () => {
    setResults(undefined);
    return change(async () => {
      setResults((await api.request('POST /alerts/test')).results);
    });
  };
  return (
    <div className={styles.stack}>
      <div className={styles.line}>
        <Button variant="secondary" isPending={pending} onPress={send}>
          {t('alerts.test.send')}
        </Button>
        <span className={styles.quiet}>{t('alerts.test.hint')}</span>
      </div>
      <div role="status">
        {results &&
          t('alerts.test.summary', {
            delivered: String(results.filter(arrived).length),
            total: String(results.length),
          })}
      </div>
      {results && (
        <DataTable
          name={t('alerts.test.tableName')}
          columns={columnsIn(language)}
          rows={results}
          rowKey={({ channel, recipient }) => `${channel} ${recipient}`}
        />
      )}
      {error && (
        <p role="alert" className={styles.failure}>
          {t('alerts.test.failed', { reason: reasonOf(error, t) })}
        </p>
      )}
    </div>
  );
}

function arrived({ status }: Result): boolean {
  return status === 'delivered';
}

function columnsIn(language: Language): Array<Column<Result>> {
  const { t } = language;
  return [
    {
      id: 'channel',
      label: t('alerts.test.channel'),
      cell: ({ channel }) => channelName(channel, t),
    },
    {
      id: 'recipient',
      label: t('alerts.test.recipient'),
      cell: ({ recipient }) =>
        recipient === null ? (
          t('alerts.test.ofChannel')
        ) : (
          <PersonName entityRef={recipient} />
        ),
    },
    {
      id: 'result',
      label: t('alerts.test.result'),
      cell: result => resultText(result, language),
    },
  ];
}

function resultText(
  { code, fix, wording }: Result,
  language: Language,
): string {
  const { t } = language;
  return code === null
    ? t('alerts.test.delivered')
    : t('alerts.test.notDelivered', {
        reason: failureText(code, t),
        fix: wordsOf(wording?.fix, fix ?? '', language),
      });
}
