import { useApi } from '@backstage/frontend-plugin-api';
import {
  pageLoadMeasures,
  type Metric,
  type PageLoadKind,
  type PageLoadMeasure,
} from 'backstage-plugin-adoption-metrics-common';
import { useMemo, useState } from 'react';
import { adoptionMetricsApiRef } from '../../api';
import { HistorySection } from '../../ui/history';
import { Selection } from '../../ui/Selection';
import { pageLoadHistoryLoader } from './pageLoadHistoryLoader';
import { useLanguage } from '../../ui/format';

interface PageLoadHistoryProps {
  metric: Metric;
  kind: PageLoadKind;
  today: string;
}

/** The history of the id, and of other percentiles and kinds. */
export function PageLoadHistory(props: PageLoadHistoryProps) {
  const { metric, kind, today } = props;
  const language = useLanguage();
  const { t } = language;

  const api = useApi(adoptionMetricsApiRef);
  const [measure, setMeasure] = useState<PageLoadMeasure>('p75');
  const source = useMemo(
    () => pageLoadHistoryLoader(api, { measure, kind }),
    [api, measure, kind],
  );
  const choices = (
    <Selection
      label={t('pageLoad.measure.label')}
      options={pageLoadMeasures.map(
        each => [each, t(`pageLoad.measure.${each}`)] as const,
      )}
      chosen={measure}
      onChoose={setMeasure}
    />
  );
  const name =
    measure === 'p75' && kind === 'initial'
      ? metric.name
      : [t(`pageLoad.kind.${kind}`), t(`pageLoad.measure.${measure}`)].join(
          ', ',
        );
  return (
    <HistorySection
      name={name}
      source={source}
      today={today}
      choices={choices}
    />
  );
}
