import { SidebarItem } from '@backstage/core-components';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { RiLineChartLine } from '@remixicon/react';
import { scorecardReadPermission } from 'backstage-plugin-adoption-metrics-common';
import { rootRouteRef } from '../routes';
import { useLanguage } from '../ui/format';

function AdoptionIcon() {
  return <RiLineChartLine size={24} />;
}

/** Leads to the page, wherever the app has mounted that. */
export function AdoptionSidebarItem() {
  const { t } = useLanguage();
  const link = useRouteRef(rootRouteRef)?.();
  const { allowed } = usePermission({
    permission: scorecardReadPermission,
  });
  return link && allowed ? (
    <SidebarItem
      icon={AdoptionIcon}
      to={link}
      text={t('common.page.adoption')}
    />
  ) : null;
}
