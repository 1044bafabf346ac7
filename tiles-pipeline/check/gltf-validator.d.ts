declare module 'gltf-validator' {
  interface ValidationMessage {
    readonly code: string;
    readonly message: string;
    /** 0 error, 1 warning, 2 information, 3 hint. */
    readonly severity: number;
    readonly pointer?: string;
    readonly offset?: number;
  }
  interface ValidationOptions {
    readonly uri?: string;
    readonly format?: 'glb' | 'gltf';
    readonly maxIssues?: number;
    readonly writeTimestamp?: boolean;
    readonly ignoredIssues?: readonly string[];
  }
  interface ValidationReport {
    readonly issues: { readonly messages: readonly ValidationMessage[]; readonly truncated: boolean };
  }
  const validator: {
    validateBytes(data: Uint8Array, options?: ValidationOptions): Promise<ValidationReport>;
  };
  export default validator;
}
