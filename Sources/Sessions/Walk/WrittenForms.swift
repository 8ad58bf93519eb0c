public import Answers
public import Screens

// What answers know about the world is what screens show by.
extension AnswerFormats: AnswerDisplay {}
