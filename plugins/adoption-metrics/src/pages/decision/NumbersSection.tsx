import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  DecisionNumber,
  DecisionNumberList,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { adoptionMetricsApiRef, useAnswer } from '../../api';
import { useChange } from '../../api/useChange';
import { Details } from '../../ui/Details';
import { numberTitle } from '../../ui/decision';
import { useLanguage, type Language } from '../../ui/format';
import { Loadable } from '../../ui/loading/Loadable';
import { ContentSkeleton } from '../../ui/loading/LoadedSection';
import { Section } from '../../ui/Section';
import { DataTable } from '../../ui/table';
import { ChangeFailure } from './ChangeFailure';
import { numberColumns } from './numberColumns';
import { ReplaceForm } from './ReplaceForm';
import { numbersId } from './sections';
import { Opened } from '../../ui/Opened';
import layout from '../../ui/layout.module.css';

interface NumbersSectionProps {
  /** In which the day of a replacement is written; UTC while it is unknown. */
  timeZone?: string;
  /** Called once a number is replaced, or is again as published. */
  onChanged: () => void;
}

/** Every number that others have published, and what replaces it here. */
export function NumbersSection(props: NumbersSectionProps) {
  const { t } = useLanguage();

  return (
    <Section title={t('decision.numbers.title')} id={numbersId}>
      <div className={layout.stack}>
        <p className={layout.quiet}>{t('decision.numbers.description')}</p>
        <Details summary={t('decision.numbers.show')}>
          {() => <LoadedNumbers {...props} />}
        </Details>
      </div>
    </Section>
  );
}

function LoadedNumbers({ timeZone, onChanged }: NumbersSectionProps) {
  const { t } = useLanguage();

  const loaded = useAnswer('GET /decision/numbers');
  const changed = () => {
    loaded.reload();
    onChanged();
  };
  return (
    <Loadable
      loaded={loaded}
      subject={t('decision.numbers.title')}
      skeleton={
        <ContentSkeleton title={t('decision.numbers.title')} height={900} />
      }
    >
      {list => <Numbers list={list} timeZone={timeZone} onChanged={changed} />}
    </Loadable>
  );
}

function Numbers(props: NumbersSectionProps & { list: DecisionNumberList }) {
  const { numbers, mayReplace, currency } = props.list;
  const language = useLanguage();
  const { t } = language;

  const [chosenId, setChosenId] = useState<string>();
  const close = () => setChosenId(undefined);
  const chosen = numbers.find(({ id }) => id === chosenId);
  const api = useApi(adoptionMetricsApiRef);
  const { change, pending, error } = useChange(() => {
    setChosenId(undefined);
    props.onChanged();
  });
  const restore = (id: string) =>
    change(() =>
      api.request('DELETE /decision/numbers/{id}', { params: { id } }),
    );
  const actions = (number: DecisionNumber) =>
    number.replaced?.from === 'configuration' ? null : (
      <>
        <Button
          variant="tertiary"
          aria-label={t('decision.numbers.replaceLabel', {
            title: titleOf(number, language),
          })}
          onPress={() => setChosenId(number.id)}
        >
          {t('decision.numbers.replace')}
        </Button>
        {number.replaced && (
          <Button
            variant="tertiary"
            aria-label={t('decision.numbers.restoreLabel', {
              title: titleOf(number, language),
            })}
            onPress={() => restore(number.id)}
          >
            {t('decision.numbers.restore')}
          </Button>
        )}
      </>
    );
  return (
    <div className={layout.stack}>
      {chosen && (
        <Opened
          key={chosen.id}
          label={titleOf(chosen, language)}
          onClose={close}
        >
          <ReplaceForm
            number={chosen}
            currency={currency}
            title={titleOf(chosen, language)}
            pending={pending}
            onReplace={body =>
              change(() =>
                api.request('PUT /decision/numbers/{id}', {
                  params: { id: chosen.id },
                  body,
                }),
              )
            }
            onCancel={close}
          />
        </Opened>
      )}
      <ChangeFailure error={error} />
      <DataTable
        name={t('decision.numbers.tableName')}
        columns={numberColumns(language, {
          timeZone: props.timeZone,
          actions: mayReplace ? actions : undefined,
        })}
        rows={numbers}
        rowKey={({ id }) => id}
      />
    </div>
  );
}

function titleOf(number: DecisionNumber, language: Language): string {
  const { option } = number;
  const title = numberTitle(number, language);
  return option ? `${option.title}: ${title}` : title;
}
