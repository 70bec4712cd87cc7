import { Control, FilterChip, PageControls } from '../../ui/address';
import { Choice } from '../../ui/Choice';
import { useLanguage } from '../../ui/format';
import { kinds, type PageLoadChoice } from './usePageLoadChoice';

/** Date range, type of page load, and what the page is narrowed to. */
export function PageLoadControls(props: { choice: PageLoadChoice }) {
  const { kind, chooseKind, page, clearPage, day, clearDay } = props.choice;
  const { t, format } = useLanguage();

  return (
    <PageControls
      filters={
        <>
          {page && (
            <FilterChip
              label={t('pageLoad.pages.page')}
              value={page}
              onClear={clearPage}
            />
          )}
          {day && (
            <FilterChip
              label={t('pageLoad.day')}
              value={format.date(day)}
              onClear={clearDay}
            />
          )}
        </>
      }
    >
      <Control label={t('pageLoad.kind.label')}>
        <Choice
          label={t('pageLoad.kind.label')}
          options={kinds.map(
            each => [each, t(`pageLoad.kind.${each}`)] as const,
          )}
          chosen={kind}
          onChoose={chooseKind}
        />
      </Control>
    </PageControls>
  );
}
