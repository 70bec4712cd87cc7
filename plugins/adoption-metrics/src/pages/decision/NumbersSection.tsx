import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  DecisionNumber,
  DecisionNumberList,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { adoptionMetricsApiRef, useAnswer } from '../../api';
import { useChange } from '../../api/useChange';
import { useLanguage } from '../../ui/format';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { WhenSeen } from '../../ui/loading/ReportSection';
import { DataTable } from '../../ui/table';
import { ChangeFailure } from './ChangeFailure';
import { numberColumns } from './numberColumns';
import { ReplaceForm } from './ReplaceForm';
import { numbersId } from './sections';
import layout from '../../ui/layout.module.css';

interface NumbersSectionProps {
  /** Called once a number is replaced, or is again as published. */
  onChanged: () => void;
}

/** Every number that others have published, and what replaces it here. */
export function NumbersSection(props: NumbersSectionProps) {
  const { t } = useLanguage();

  const title = t('decision.numbers.title');
  return (
    <WhenSeen title={title} id={numbersId} height={900}>
      <SeenNumbers title={title} onChanged={props.onChanged} />
    </WhenSeen>
  );
}

function SeenNumbers(props: NumbersSectionProps & { title: string }) {
  const { title, onChanged } = props;
  const { t } = useLanguage();

  const loaded = useAnswer('GET /decision/numbers');
  const changed = () => {
    loaded.reload();
    onChanged();
  };
  return (
    <LoadedSection
      title={title}
      id={numbersId}
      description={t('decision.numbers.description')}
      loaded={loaded}
      height={900}
    >
      {list => <Numbers list={list} onChanged={changed} />}
    </LoadedSection>
  );
}

function Numbers(props: { list: DecisionNumberList; onChanged: () => void }) {
  const { numbers, mayReplace, currency } = props.list;
  const language = useLanguage();
  const { t } = language;

  const [chosenId, setChosenId] = useState<string>();
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
            title: titleOf(number),
          })}
          onPress={() => setChosenId(number.id)}
        >
          {t('decision.numbers.replace')}
        </Button>
        {number.replaced && (
          <Button
            variant="tertiary"
            aria-label={t('decision.numbers.restoreLabel', {
              title: titleOf(number),
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
        <ReplaceForm
          key={chosen.id}
          number={chosen}
          currency={currency}
          title={titleOf(chosen)}
          pending={pending}
          onReplace={body =>
            change(() =>
              api.request('PUT /decision/numbers/{id}', {
                params: { id: chosen.id },
                body,
              }),
            )
          }
          onCancel={() => setChosenId(undefined)}
        />
      )}
      <ChangeFailure error={error} />
      <DataTable
        name={t('decision.numbers.tableName')}
        columns={numberColumns(mayReplace ? actions : undefined, language)}
        rows={numbers}
        rowKey={({ id }) => id}
      />
    </div>
  );
}

function titleOf({ title, option }: DecisionNumber): string {
  return option ? `${option.title}: ${title}` : title;
}
