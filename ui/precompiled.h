// What nearly every file of the window needs anyway.
#pragma once

#include "Context.h"
#include "widgets/Labels.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QString>
#include <QVBoxLayout>
#include <QWidget>
