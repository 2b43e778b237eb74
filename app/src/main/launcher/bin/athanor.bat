@echo off
rem Starts Athanor on any JDK 25 it finds: ATHANOR_JAVA, JAVA_HOME, PATH, then the usual places.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0.."
set "JAVA_EXE="
call :try "%ATHANOR_JAVA%"
call :try "%JAVA_HOME%"
for %%J in (java.exe) do call :try "%%~dp$PATH:J.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%USERPROFILE%\.jdks\*25*") do call :try "%%~D"
if not defined JAVA_EXE (
    echo athanor needs Java 25: install a JDK 25 ^(for example Temurin 25^), or name one in ATHANOR_JAVA. 1>&2
    exit /b 1
)
set "WINDOW=no"
if "%~1"=="" set "WINDOW=yes"
for %%A in (%*) do if "%%~A"=="studio" set "WINDOW=yes"
if "%WINDOW%"=="yes" (
    "%JAVA_EXE%" "@%HOME_DIR%\lib\window.options" --module-path "%HOME_DIR%\lib\javafx" "-Dathanor.home=%HOME_DIR%" -cp "%HOME_DIR%\lib\*" org.athanor.app.Main %*
) else (
    "%JAVA_EXE%" "@%HOME_DIR%\lib\cli.options" "-Dathanor.home=%HOME_DIR%" -cp "%HOME_DIR%\lib\*" org.athanor.app.Main %*
)
exit /b %ERRORLEVEL%

:try
if defined JAVA_EXE exit /b
if "%~1"=="" exit /b
if not exist "%~1\bin\java.exe" exit /b
findstr /b /c:"JAVA_VERSION=""25" "%~1\release" >nul 2>&1 && set "JAVA_EXE=%~1\bin\java.exe"
exit /b
