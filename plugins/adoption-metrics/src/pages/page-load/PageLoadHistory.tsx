import { useApi } from '@backstage/frontend-plugin-api';
import {
  pageLoadMeasures,
  type PageLoadMeasure,
} from 'backstage-plugin-adoption-metrics-common';
import { useMemo } from 'react';
import { adoptionMetricsApiRef } from '../../api';
import { useAddress } from '../../ui/address';
import { HistorySection } from '../../ui/history';
import { Selection } from '../../ui/Selection';
import { pageLoadHistoryLoader } from './pageLoadHistoryLoader';
import type { PageLoadChoice } from './usePageLoadChoice';
import { useLanguage } from '../../ui/format';

interface PageLoadHistoryProps {
  choice: PageLoadChoice;
}

/** The history of the id, and of other percentiles and kinds. */
export function PageLoadHistory(props: PageLoadHistoryProps) {
  const { choice } = props;
  const language = useLanguage();
  const { t } = language;

  const api = useApi(adoptionMetricsApiRef);
  const { kind, today, chooseDay } = choice;
  const { readOneOf, change } = useAddress();
  const measure = readOneOf('measure', pageLoadMeasures) ?? 'p75';
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
      onChoose={(chosen: PageLoadMeasure) =>
        change({ measure: chosen === 'p75' ? undefined : chosen })
      }
    />
  );
  const name =
    measure === 'p75' && kind === 'initial'
      ? [t('metric.name.page-load'), t('pageLoad.measure.p75')].join(', ')
      : [t(`pageLoad.kind.${kind}`), t(`pageLoad.measure.${measure}`)].join(
          ', ',
        );
  return (
    <HistorySection
      name={name}
      source={source}
      today={today}
      choices={choices}
      onPickDay={chooseDay}
    />
  );
}
