import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { setView, useView } from '../../shell/view-store.ts';

/** Whether the people of the mine are drawn; they are within the same band as the holes. */
export const PeopleField = () => {
  const { t } = useTranslation();
  const { drawingPeople, holeBand } = useView();
  return (
    <Form.Item extra={drawingPeople ? t('section.peopleHint', { band: holeBand }) : null}>
      <Checkbox
        checked={drawingPeople}
        data-field="people"
        onChange={({ target }) => setView({ drawingPeople: target.checked })}
      >
        {t('section.people')}
      </Checkbox>
    </Form.Item>
  );
};
