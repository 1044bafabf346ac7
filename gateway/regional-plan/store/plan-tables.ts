import type { Generated } from 'kysely';

/** The tables of the regional plan (gateway/live/store/migrations/0007-regional-plan.sql). Rows are only ever added. */
export interface RegionalPlanTables {
  regional_plan_text: {
    id: Generated<number>;
    county: string;
    year: number;
    chapter: string;
    text: string;
    by_account: string;
    writer_name: string;
    at: number;
  };
  regional_plan_version: {
    id: string;
    county: string;
    year: number;
    number: number;
    on_day: string;
    note: string;
    frozen_at: number;
    by_account: string;
    writer_name: string;
    provenance: string;
    pins: string;
    objects: number;
    gaps: number;
  };
  regional_plan_file: {
    version: string;
    county: string;
    kind: 'content' | 'pdf' | 'docx';
    language: '' | 'zh' | 'en';
    sha256: string;
    bytes: Buffer;
  };
}
