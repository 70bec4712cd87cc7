import { SettingsStore } from '../database';
import { commonShape } from './NameShapes';
import { OrganizationUser } from './Organization';

const KEY = 'people.name_shape';

/** Stores what the names of the catalog's users look like, without any of them. */
export class CatalogShapeStore {
  constructor(private readonly settings: SettingsStore) {}

  async record(users: OrganizationUser[]): Promise<void> {
    const shape = commonShape(users.map(({ entityRef }) => entityRef));
    if (shape !== undefined && shape !== (await this.read())) {
      await this.settings.set(KEY, shape);
    }
  }

  /** Undefined until the catalog was read. */
  read(): Promise<string | undefined> {
    return this.settings.get(KEY);
  }
}
