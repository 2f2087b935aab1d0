@echo off
rem Starts offlinesign, or dnscmd when it is started under that name. It needs a Java 17 or later:
rem the one of JAVA_HOME, else the one of PATH.
setlocal
set "NAME=%~n0"
for %%I in ("%~dp0..") do set "TREE=%%~fI"

if defined JAVA_HOME goto java_home
set "JAVA="
for %%I in (java.exe) do set "JAVA=%%~$PATH:I"
if defined JAVA goto found
>&2 echo %NAME%: error: no Java found; install a Java 17 or later or set JAVA_HOME
exit /b 4

:java_home
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto found
>&2 echo %NAME%: error: JAVA_HOME is %JAVA_HOME%, but there is no program %JAVA%; unset JAVA_HOME or point it at a Java 17 or later
exit /b 4

:found
set "VERSION="
rem Without the call, the first and the last quotation mark of the line would be taken away, and the path split at its blanks.
for /f "tokens=3" %%V in ('call "%JAVA%" -version 2^>^&1 ^| findstr /c:" version "') do if not defined VERSION set "VERSION=%%~V"
set "MAJOR="
for /f "delims=.-+_" %%A in ("%VERSION%") do set "MAJOR=%%A"
if "%MAJOR%"=="1" for /f "tokens=2 delims=.-+_" %%B in ("%VERSION%") do set "MAJOR=%%B"
if not defined MAJOR set "MAJOR=0"
if %MAJOR% GEQ 17 goto run
>&2 echo %NAME%: error: %JAVA% is Java %MAJOR%, but Java 17 or later is needed; set JAVA_HOME to one
exit /b 4

:run
set "NATIVE_ACCESS="
if %MAJOR% GEQ 22 set "NATIVE_ACCESS=--enable-native-access=ALL-UNNAMED"
set "LAUNCHER=offlinesign"
if /i "%NAME%"=="dnscmd" set "LAUNCHER=dnscmd"
set "COLLECTOR=-XX:+UseParallelGC"
if defined OFFLINESIGN_JAVA_OPTS if not "%OFFLINESIGN_JAVA_OPTS:-XX:+Use=%"=="%OFFLINESIGN_JAVA_OPTS%" set "COLLECTOR="
rem As in the other launcher: the optimizing compiler costs more than it saves for methods that run seldom, and is not needed
rem at all where no zone is read. The size of zones is not looked at here.
set "PATIENCE=-XX:Tier4InvocationThreshold=100000 -XX:Tier4MinInvocationThreshold=60000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=1000000"
for %%C in (genkey listkeys importkey exportkey deletekey settime completion version) do if "%~1"=="%%C" set "PATIENCE=-XX:TieredStopAtLevel=1"
set "FLAGS=%COLLECTOR% %PATIENCE% %NATIVE_ACCESS% -Xlog:disable -XX:-UsePerfData"

rem --memory says how large the heap may become; no heap is smaller than 64m. What is no number of megabytes or gigabytes, such as
rem 256m or 2g, is left to the program. A = separates words here as a blank does.
set "HEAP="
:words
if [%1]==[] goto archive
if "%~1"=="--memory" call :heap_of "%~2"
shift
goto words

:heap_of
set "NUMBER="
set "UNIT="
for /f "delims=mMgG" %%N in ("%~1") do set "NUMBER=%%N"
for /f "delims=0123456789" %%U in ("%~1") do set "UNIT=%%U"
if not defined NUMBER exit /b
if not "%~1"=="%NUMBER%%UNIT%" exit /b
if "%NUMBER:~0,1%"=="0" exit /b
if not "%NUMBER:~9%"=="" exit /b
for /f "delims=0123456789" %%X in ("%NUMBER%") do exit /b
if /i "%UNIT%"=="m" if %NUMBER% LSS 64 set "NUMBER=64"
if /i "%UNIT%"=="m" set "HEAP=-Xmx%NUMBER%m"
if /i "%UNIT%"=="g" set "HEAP=-Xmx%NUMBER%g"
exit /b

:archive

rem A class data archive for this Java, made at the first start that can write to the tree. One that does not fit is passed
rem over by Java and deleted by the program; what Java says of one that it cannot make stays in its stead.
set "START=%TREE%\lib\start"
set "ARCHIVE=%START%\windows-%VERSION%.jsa"
set "PART=%START%\windows-%VERSION%-%RANDOM%"
set "OWN="
set "SHARE="
if exist "%ARCHIVE%" goto share
if exist "%ARCHIVE%.log" goto start
if not exist "%START%\classes.list" goto start
call :dump 2>nul
if exist "%PART%.jsa" move /y "%PART%.jsa" "%ARCHIVE%" >nul 2>&1
if exist "%ARCHIVE%" goto made
if exist "%PART%.log" move /y "%PART%.log" "%ARCHIVE%.log" >nul 2>&1
goto start

:dump
"%JAVA%" %FLAGS% -Xlog:all=error:stderr -Xshare:dump "-XX:SharedClassListFile=%START%\classes.list" "-XX:SharedArchiveFile=%PART%.jsa" -cp "%TREE%\lib\offlinesign.jar" >"%PART%.log" 2>&1
exit /b

:made
del "%PART%.log" >nul 2>&1

:share
set "SHARE="-XX:SharedArchiveFile=%ARCHIVE%""
if not defined HEAP if not defined OFFLINESIGN_JAVA_OPTS if not defined JAVA_TOOL_OPTIONS if not defined JDK_JAVA_OPTIONS if not defined _JAVA_OPTIONS set "OWN=%ARCHIVE%"

:start
"%JAVA%" %FLAGS% %HEAP% %SHARE% %OFFLINESIGN_JAVA_OPTS% -Dpicocli.converters.excludes=.* -Dofflinesign.launcher=%LAUNCHER% "-Dofflinesign.archive=%OWN%" -cp "%TREE%\lib\offlinesign.jar" org.offlinesign.cli.Main %*
exit /b %ERRORLEVEL%
