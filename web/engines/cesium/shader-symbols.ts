/** Names the GLSL of engine-internals.ts stands on, and the engine source file that must hold each. */
export const SHADER_SYMBOLS: readonly (readonly [file: string, text: string])[] = [
  [
    'Shaders/Model/SelectedFeatureIdStageCommon.js',
    'void selectedFeatureIdStage(out SelectedFeature feature, FeatureIds featureIds)',
  ],
  ['Scene/Model/SelectedFeatureIdPipelineStage.js', '"HAS_SELECTED_FEATURE_ID"'],
  ['Scene/Model/GeometryPipelineStage.js', 'HAS_NORMALS'],
  ['Shaders/Model/CPUStylingStageFS.js', 'mix(featureColor.rgb, vec3(1.0), highlight)'],
  ['Shaders/Model/LightingStageFS.js', 'vec3 color = material.diffuse;'],
];
