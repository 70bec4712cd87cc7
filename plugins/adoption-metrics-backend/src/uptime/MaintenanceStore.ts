import { Interval } from '../time';
import { MaintenanceWindow } from './maintenance';

export type MaintenanceDeclaration = Omit<
  MaintenanceWindow,
  'id' | 'cancelledAt'
>;

/** Keeps the times that were declared as unavailable. */
export interface MaintenanceStore {
  declare(declaration: MaintenanceDeclaration): Promise<MaintenanceWindow>;

  find(id: number): Promise<MaintenanceWindow | undefined>;

  /** Cancels a window from an instant (ms UTC) on, unless it is already. */
  cancel(id: number, at: number): Promise<void>;

  /** Takes the name of somebody off everything they declared. */
  forgetAuthor(entityRef: string): Promise<void>;

  /** All that overlap a window, cancelled ones too, by start. */
  during(window: Interval): Promise<MaintenanceWindow[]>;
}
