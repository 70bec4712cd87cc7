import {
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  peopleManagePermission,
  programmeManagePermission,
  scorecardReadPermission,
  uptimeManagePermission,
  uptimeReportPermission,
} from 'backstage-plugin-adoption-metrics-common';
import { Request } from 'express';
import { AccessConfig } from './config';

/** Decides who may do what; what it refuses is a `NotAllowedError`. */
export class AccessControl {
  constructor(
    private readonly options: {
      config: AccessConfig;
      httpAuth: HttpAuthService;
      permissions: PermissionsService;
      userInfo: UserInfoService;
    },
  ) {}

  /** The signed-in person; services and guests without a token are refused. */
  async requireUser(
    req: Request,
  ): Promise<BackstageCredentials<BackstageUserPrincipal>> {
    return this.options.httpAuth.credentials(req, { allow: ['user'] });
  }

  /** For everything that speaks of the figures and of nobody in particular. */
  async requireReader(req: Request): Promise<BackstageCredentials> {
    const credentials = await this.#authenticate(req);
    if (!(await this.#isAllowed(credentials, scorecardReadPermission))) {
      throw new NotAllowedError(
        `Reading the figures needs the permission '${scorecardReadPermission.name}'`,
      );
    }
    return credentials;
  }

  /** For what concerns people by name. */
  async requirePeopleManager(req: Request): Promise<BackstageCredentials> {
    return this.#requirePrivilege(req, peopleManagePermission);
  }

  /** For what changes how uptime is told. */
  async requireUptimeManager(req: Request): Promise<BackstageCredentials> {
    return this.#requirePrivilege(req, uptimeManagePermission);
  }

  /** For what sets a goal and a date. */
  async requireProgrammeManager(req: Request): Promise<BackstageCredentials> {
    return this.#requirePrivilege(req, programmeManagePermission);
  }

  /** For observers outside: services whose token is not kept from it. */
  async requireObserver(req: Request): Promise<BackstageCredentials> {
    const credentials = await this.options.httpAuth.credentials(req, {
      allow: ['service'],
    });
    if (!(await this.#isAllowed(credentials, uptimeReportPermission))) {
      throw new NotAllowedError(
        `Reporting checks needs the permission '${uptimeReportPermission.name}'`,
      );
    }
    return credentials;
  }

  /** Like `requirePeopleManager`, as a question. */
  async isPeopleManager(credentials: BackstageCredentials): Promise<boolean> {
    return this.#isPrivileged(credentials, peopleManagePermission);
  }

  /** The person and the groups through which the person owns things. */
  async ownershipOf(credentials: BackstageCredentials): Promise<string[]> {
    if (!isUser(credentials)) {
      return [];
    }
    const info = await this.options.userInfo.getUserInfo(credentials);
    const refs = [info.userEntityRef, ...info.ownershipEntityRefs];
    return [...new Set(refs.map(ref => ref.toLocaleLowerCase('en-US')))];
  }

  async #requirePrivilege(
    req: Request,
    permission: BasicPermission,
  ): Promise<BackstageCredentials> {
    const credentials = await this.#authenticate(req);
    if (!(await this.#isPrivileged(credentials, permission))) {
      throw new NotAllowedError(
        `This needs the permission '${permission.name}' under the permission framework, ` +
          'or to be among adoptionMetrics.administrators',
      );
    }
    return credentials;
  }

  #authenticate(req: Request): Promise<BackstageCredentials> {
    return this.options.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
  }

  async #isAllowed(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    const [decision] = await this.options.permissions.authorize(
      [{ permission }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  // While permissions are off Backstage allows everybody everything, which is
  // no decision anybody took about other people's data.
  async #isPrivileged(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    const { permissionsEnabled } = this.options.config;
    return (
      (await this.#isAdministrator(credentials)) ||
      (permissionsEnabled && (await this.#isAllowed(credentials, permission)))
    );
  }

  async #isAdministrator(credentials: BackstageCredentials): Promise<boolean> {
    const { administrators } = this.options.config;
    if (administrators.length === 0) {
      return false;
    }
    const refs = await this.ownershipOf(credentials);
    return refs.some(ref => administrators.includes(ref));
  }
}

function isUser(
  credentials: BackstageCredentials,
): credentials is BackstageCredentials<BackstageUserPrincipal> {
  const { principal } = credentials as BackstageCredentials<{ type?: string }>;
  return principal?.type === 'user';
}
