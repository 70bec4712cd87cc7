import { useApi } from '@backstage/frontend-plugin-api';
import { adoptionMetricsApiRef } from '../../api';
import { exportId } from '../../ui/anchors';
import { FileDownload } from '../../ui/FileDownload';
import { useLanguage, type Language } from '../../ui/format';
import { Section } from '../../ui/Section';
import { DataTable, type Column } from '../../ui/table';
import { exportedTables, type ExportedTable } from './exportedTables';
import layout from '../../ui/layout.module.css';

/** Every table as a file, and where the REST API has it. */
export function ExportSection() {
  const api = useApi(adoptionMetricsApiRef);
  const language = useLanguage();
  const { t } = language;

  return (
    <Section title={t('settings.export.title')} id={exportId}>
      <div className={layout.stack}>
        <p className={layout.quiet}>
          {t('settings.export.description', {
            path: <code>/api/adoption-metrics/v1</code>,
            format: <code>format=csv</code>,
          })}
        </p>
        <DataTable
          name={t('settings.export.tableName')}
          columns={columnsOf(language)}
          rows={exportedTables(api, language)}
          rowKey={({ path }) => path}
          endless
        />
      </div>
    </Section>
  );
}

function columnsOf({ t }: Language): Array<Column<ExportedTable>> {
  return [
    {
      id: 'title',
      label: t('settings.export.data'),
      cell: ({ title }) => title,
    },
    {
      id: 'path',
      label: t('settings.export.path'),
      cell: ({ path }) => <code>{path}</code>,
    },
    {
      id: 'files',
      label: t('settings.export.files'),
      cell: ({ title, path, loadCsv, loadJson }) => (
        <div className={layout.line}>
          <FileDownload
            label={t('common.csv.label')}
            fileName={`${fileNameOf(path)}.csv`}
            load={loadCsv}
            of={title}
          />
          <FileDownload
            label={t('settings.export.json')}
            fileName={`${fileNameOf(path)}.json`}
            load={loadJson}
            of={title}
          />
        </div>
      ),
    },
  ];
}

function fileNameOf(path: string): string {
  return path.slice(1).replaceAll('/', '-');
}
