"""Spellings of the same names, by several orthographies: what one types for another must find it."""

from __future__ import annotations

FAMILIES = [
    row.split()
    for row in """
    Đurić Djuric Ђурић Джурич Dzhurich Djurić DJURIC
    Vučić Vucic Вучић Вучич Vuchich
    Lavrov Лавров Lawrow Lavroff Λαβρόφ
    Sergey Sergej Сергей Сергеј Sergei
    Khrushchev Хрущёв Хрущев Hruščov Chruschtschow Khrouchtchev
    Brnabić Brnabic Брнабић Брнабич
    Milošević Milosevic Милошевић Милошевич Miloshevich Miloschewitsch
    Željko Zeljko Жељко Желько Zhelko
    Zelensky Zelenskyy Зеленський Зеленский Zelenskiy Zelenskij
    Yeltsin Ельцин Eltsin Jelzin
    Dačić Dacic Дачић Дачич
    Popović Popovic Popovich Поповић Попович
    Šešelj Seselj Шешељ Шешель Sheshel
    Lukashenko Lukašenko Лукашенко Лукашэнка
    Gorbachev Gorbačov Горбачёв Горбачев Gorbatschow
    Yanukovych Janukovič Янукович Yanukovich
    Alexander Aleksandar Александар Aleksandr Александр Alexandre
    Mitsotakis Μητσοτάκης Micotakis
    Tsipras Τσίπρας Ципрас Cipras
    Saakashvili საააკაშვილი Саакашвили
    Pashinyan Փաշինյան Пашинян
    Kocijančič Kocijancic Коцијанчич
    Nikolić Nikolic Николић Николич
    Jovanović Jovanovic Јовановић Йованович Yovanovich
    Ljajić Ljajic Љајић Ляич
    Čović Covic Човић Чович Chovich
    Gruevski Груевски
    Gjorge Ѓорге
    """.strip().splitlines()
]
