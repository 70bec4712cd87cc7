import type { BackstagePlugin } from '@backstage/core-plugin-api';
import * as legacy from 'backstage-plugin-adoption-metrics/legacy';

export const plugin: BackstagePlugin = legacy.adoptionMetricsPlugin;
export const { routes } = legacy.adoptionMetricsPlugin;
export const apis = [legacy.createAdoptionAnalyticsApiFactory()];

export const page = <legacy.AdoptionMetricsPage />;
export const card = <legacy.AdoptionScorecard />;
export const entityCard = <legacy.EntityStalenessCard />;
export const sidebarItem = <legacy.AdoptionSidebarItem />;
export const collector = <legacy.AdoptionMetricsCollector />;
