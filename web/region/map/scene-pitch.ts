/** Looked at from straight above nothing below is seen that the flat map does not show: from here on the scene is drawn. */
export const SCENE_PITCH = 15;
